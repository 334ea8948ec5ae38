package org.pagetck.reports.statistics;

import java.util.HashSet;
import java.util.List;
import org.pagetck.model.verdict.CoverageCount;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RequirementResult;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.engine.OwedClasses;
import org.pagetck.properties.record.RunRecord.CoverageRow;
import org.pagetck.properties.record.StatisticsRecord;
import org.pagetck.properties.record.StatisticsRecord.BoundRow;
import org.pagetck.properties.record.StatisticsRecord.RateRow;

/// What the counts of a run are worth.
///
/// Traces are drawn independently, so intervals over traces are exact. Steps are not: those of one
/// trace share its profile and tables. Intervals over steps are exact for steps that are drawn one
/// by one, and otherwise too narrow.
public final class RunStatistics {
  /// The confidence of all intervals and bounds.
  public static final double CONFIDENCE = 0.95;

  /// So many traces are drawn once more to test the generators.
  private static final long DRAWN_TRACES_MAX = 10_000;

  private RunStatistics() {}

  /// Returns the statistics of `result`.
  public static StatisticsRecord of(RunResult result) {
    var contract = result.declaration().contract();
    var owed = OwedClasses.of(contract);
    var drawn = Math.min(result.traces(), DRAWN_TRACES_MAX);
    var unreached = unreached(owed, result.coverage());
    return new StatisticsRecord(
        CONFIDENCE,
        exerciseRates(result),
        result.findings().stream().map(finding -> detectionRate(result, finding)).toList(),
        result.requirements().stream()
            .filter(row -> row.verdict() == Verdict.HELD && row.exercised() > 0)
            .map(RunStatistics::failureBound)
            .toList(),
        GeneratorFit.of(GeneratorDraws.of(result.seed(), drawn, contract)),
        owed.size(),
        unreached,
        ResidualRisk.sentence(result, unreached.size()));
  }

  private static List<RateRow> exerciseRates(RunResult result) {
    return result.requirements().stream()
        .filter(row -> row.exercised() > 0 && row.exercised() <= result.steps())
        .map(row -> rate(row.requirement().id(), row.exercised(), result.steps(), "steps"))
        .toList();
  }

  /// A violation ends its trace, so that at most one is seen in each; a should may be missed by any
  /// step.
  private static RateRow detectionRate(RunResult result, Finding finding) {
    var isMiss = finding.verdict() == Verdict.MISSED;
    var of = Math.max(1, isMiss ? result.steps() : result.traces());
    return rate(
        finding.fingerprint(), Math.min(finding.times(), of), of, isMiss ? "steps" : "traces");
  }

  private static RateRow rate(String id, long times, long of, String unit) {
    var proportion = new Proportion(times, of);
    var interval = proportion.interval(CONFIDENCE);
    return new RateRow(
        id,
        times,
        of,
        unit,
        Digits.rounded(proportion.rate()),
        Digits.rounded(interval.low()),
        Digits.rounded(interval.high()));
  }

  private static BoundRow failureBound(RequirementResult row) {
    var bound = new Proportion(0, row.exercised()).upperBound(CONFIDENCE);
    return new BoundRow(row.requirement().id(), row.exercised(), Digits.rounded(bound));
  }

  private static List<CoverageRow> unreached(List<CoverageCount> owed, List<CoverageCount> seen) {
    var reached = new HashSet<CoverageRow>();
    seen.forEach(count -> reached.add(row(count)));
    return owed.stream().map(RunStatistics::row).filter(row -> !reached.contains(row)).toList();
  }

  private static CoverageRow row(CoverageCount count) {
    return new CoverageRow(
        count.operation(), count.size(), count.decidedBy(), count.level(), count.outcome(), 0);
  }
}
