package org.pagetck.properties.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunResult;

/// The folder of one finding: the trace, the evidence and the report.
///
/// @param result the run that the finding is of
/// @param suiteVersion version of the suite
/// @param options what else than the subject the command line needs to run it
/// @param renderer makes the report
public record FindingFolder(
    RunResult result, String suiteVersion, String options, FindingRenderer renderer) {
  /// Writes the folder of `finding` below `directory`; files of an earlier run are replaced.
  /// Returns the folder.
  ///
  /// @throws IOException if a file cannot be written
  public Path write(Path directory, Finding finding) throws IOException {
    var folder = Files.createDirectories(directory.resolve(RunFiles.folder(finding.fingerprint())));
    var evidence = EvidenceRecord.of(result, finding, suiteVersion, options);
    Files.writeString(folder.resolve(RunFiles.TRACE), TraceText.print(finding.trace()));
    Files.writeString(
        folder.resolve(RunFiles.EVIDENCE), JsonText.pretty(EvidenceRecord.class, evidence));
    renderer.writeReport(evidence, folder);
    return folder;
  }
}
