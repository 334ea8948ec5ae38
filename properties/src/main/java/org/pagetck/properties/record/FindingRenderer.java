package org.pagetck.properties.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.RunResult;

/// Makes what people read of a run: the report of each finding and, where it can, statistics and
/// files about the whole. Found as a service, so that runs that others start leave them too where
/// the module of reports is at hand.
public interface FindingRenderer {
  /// Returns the text of `report.md`, in Markdown.
  String render(EvidenceRecord evidence);

  /// Returns the files that belong beside the report of `evidence`, by name: programs that show the
  /// finding without the suite.
  default Map<String, String> filesBeside(EvidenceRecord evidence) {
    return Map.of();
  }

  /// Writes the report of `evidence` and the files that belong beside it into `folder`.
  ///
  /// @throws IOException if one cannot be written
  default void writeReport(EvidenceRecord evidence, Path folder) throws IOException {
    for (var file : filesBeside(evidence).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(folder.resolve(RunFiles.REPORT), render(evidence));
  }

  /// Returns what the counts of `result` are worth.
  default StatisticsRecord statistics(RunResult result) {
    return StatisticsRecord.NONE;
  }

  /// Writes the files that are about the run as a whole, [RunFiles#PAGE], [RunFiles#ALLURE] and
  /// those for other tools, into `directory`.
  ///
  /// @throws IOException if one cannot be written
  default void writeWhole(RunRecords records, Path directory) throws IOException {}

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
