package org.pagetck.reports.statistics;

import java.util.List;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.properties.record.RunRecord.CoverageRow;
import org.pagetck.properties.record.RunRecord.DiscoveryRow;
import org.pagetck.properties.record.SummaryRecord.FindingRow;
import org.pagetck.properties.record.SummaryRecord.RequirementRow;

/// What statistics are made of: the counts of one run, or of several that count as one.
///
/// @param contract what was judged by
/// @param draws which traces were drawn
/// @param traces how many
/// @param steps how many operations were judged
/// @param verdict the verdict, as records spell it
/// @param requirements what is said of each requirement
/// @param findings what was found
/// @param coverage how often each class of steps occurred
/// @param discovery how often traces still showed something new
public record Counts(
    Contract contract,
    List<Draw> draws,
    long traces,
    long steps,
    String verdict,
    List<RequirementRow> requirements,
    List<FindingRow> findings,
    List<CoverageRow> coverage,
    DiscoveryRow discovery) {
  /// Copies the lists.
  public Counts {
    draws = List.copyOf(draws);
    requirements = List.copyOf(requirements);
    findings = List.copyOf(findings);
    coverage = List.copyOf(coverage);
  }

  /// The first traces of a seed.
  ///
  /// @param seed the seed
  /// @param traces how many
  public record Draw(long seed, long traces) {}

  /// Returns the counts of `result`.
  static Counts of(RunResult result) {
    return new Counts(
        result.declaration().contract(),
        List.of(new Draw(result.seed(), result.traces())),
        result.traces(),
        result.steps(),
        result.verdict().name(),
        result.requirements().stream().map(RequirementRow::of).toList(),
        result.findings().stream().map(FindingRow::of).toList(),
        result.coverage().stream().map(CoverageRow::of).toList(),
        DiscoveryRow.of(result.discovery()));
  }
}
