package org.pagetck.properties.record;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.verdict.RunResult;

/// All records of one run: what reports are rendered from.
///
/// @param summary what the run says
/// @param run what it counted
/// @param evidence what reports need of each finding, in the order of the summary
/// @param options what else than the subject the command line needs to run it, or empty
public record RunRecords(
    SummaryRecord summary, RunRecord run, List<EvidenceRecord> evidence, String options) {
  /// Copies the list.
  public RunRecords {
    evidence = List.copyOf(evidence);
  }

  /// Returns the records of `result`.
  ///
  /// @param statistics what its counts are worth
  /// @param suiteVersion version of the suite that made it
  /// @param options what else than the subject the command line needs to run it
  public static RunRecords of(
      RunResult result, StatisticsRecord statistics, String suiteVersion, String options) {
    var evidence = new ArrayList<EvidenceRecord>();
    for (var finding : result.findings()) {
      evidence.add(EvidenceRecord.of(result, finding, suiteVersion, options));
    }
    return new RunRecords(
        SummaryRecord.of(result, statistics, suiteVersion),
        RunRecord.of(result, suiteVersion),
        evidence,
        options);
  }
}
