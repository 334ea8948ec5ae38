package org.pagetck.properties.record;

import java.util.ServiceLoader;
import org.pagetck.model.requirement.Requirement;

/// Makes the report of a finding out of its evidence; found as a service, so that runs that others
/// start leave the full report where the module of reports is at hand.
public interface FindingRenderer {
  /// Returns the text of `report.md`, in Markdown.
  String render(EvidenceRecord evidence);

  /// Returns the one that is offered, or one that tells title, requirement and trace.
  static FindingRenderer find() {
    return ServiceLoader.load(FindingRenderer.class, FindingRenderer.class.getClassLoader())
        .findFirst()
        .orElse(FindingRenderer::plain);
  }

  private static String plain(EvidenceRecord evidence) {
    return """
    # %s

    %s: %s

    ```
    %s```
    """
        .formatted(
            evidence.finding().title(),
            evidence.finding().requirement(),
            evidence.requirement().map(Requirement::sentence).orElse(""),
            evidence.trace());
  }
}
