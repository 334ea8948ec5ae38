package org.pagetck.reports.finding;

import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.FindingRenderer;

/// Offers [FindingReport] to runs that the command line does not start.
public final class MarkdownRenderer implements FindingRenderer {
  /// Creates it; what `ServiceLoader` calls.
  public MarkdownRenderer() {}

  @Override
  public String render(EvidenceRecord evidence) {
    return FindingReport.render(evidence);
  }
}
