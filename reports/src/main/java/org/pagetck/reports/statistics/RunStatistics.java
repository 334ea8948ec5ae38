package org.pagetck.reports.statistics;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.pagetck.model.verdict.CoverageCount;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.engine.OwedClasses;
import org.pagetck.properties.record.RunRecord.CoverageRow;
import org.pagetck.properties.record.StatisticsRecord;
import org.pagetck.properties.record.StatisticsRecord.BoundRow;
import org.pagetck.properties.record.StatisticsRecord.RateRow;
import org.pagetck.properties.record.SummaryRecord.FindingRow;

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
    return of(Counts.of(result));
  }

  /// Returns the statistics of `counts`.
  public static StatisticsRecord of(Counts counts) {
    var owed = OwedClasses.of(counts.contract());
    var unreached = unreached(owed, counts.coverage());
    return new StatisticsRecord(
        CONFIDENCE,
        exerciseRates(counts),
        counts.findings().stream().map(finding -> detectionRate(counts, finding)).toList(),
        counts.requirements().stream()
            .filter(row -> row.verdict().equals(Verdict.HELD.name()) && row.exercised() > 0)
            .map(row -> failureBound(row.id(), row.exercised()))
            .toList(),
        operationBounds(counts),
        GeneratorFit.of(GeneratorDraws.of(firstDraws(counts), counts.contract())),
        owed.size(),
        unreached,
        ClassTest.of(counts, unreached),
        Undiscovered.of(counts),
        ResidualRisk.sentence(counts, unreached.size()));
  }

  /// Returns the first traces of each seed, as many of each, but for seeds that have fewer.
  private static List<Counts.Draw> firstDraws(Counts counts) {
    var each = Math.max(1, DRAWN_TRACES_MAX / Math.max(1, counts.draws().size()));
    return counts.draws().stream()
        .map(draw -> new Counts.Draw(draw.seed(), Math.min(draw.traces(), each)))
        .toList();
  }

  private static List<RateRow> exerciseRates(Counts counts) {
    return counts.requirements().stream()
        .filter(row -> row.exercised() > 0 && row.exercised() <= counts.steps())
        .map(row -> rate(row.id(), row.exercised(), counts.steps(), "steps"))
        .toList();
  }

  /// A violation ends its trace, so that at most one is seen in each; a should may be missed by any
  /// step.
  private static RateRow detectionRate(Counts counts, FindingRow finding) {
    var isMiss = isMiss(finding);
    var of = Math.max(1, isMiss ? counts.steps() : counts.traces());
    return rate(
        finding.fingerprint(), Math.min(finding.times(), of), of, isMiss ? "steps" : "traces");
  }

  /// A trace violates something once at most, so that the bound on the rate per trace, divided by
  /// the operations of one kind in a trace, bounds their rate, although those of one trace are not
  /// independent.
  private static List<BoundRow> operationBounds(Counts counts) {
    var isClean = counts.findings().stream().allMatch(RunStatistics::isMiss);
    if (!isClean || counts.traces() == 0) {
      return List.of();
    }
    var perTrace = new Proportion(0, counts.traces()).upperBound(CONFIDENCE);
    var byKind = new LinkedHashMap<String, Long>();
    counts.coverage().forEach(row -> byKind.merge(kind(row.operation()), row.count(), Long::sum));
    return byKind.entrySet().stream()
        .map(kind -> {
          var bound = Math.min(1, perTrace * counts.traces() / kind.getValue());
          return new BoundRow(kind.getKey(), kind.getValue(), Digits.rounded(bound));
        })
        .toList();
  }

  /// Returns the kind of an operation, whatever flags it was called with.
  private static String kind(String operation) {
    var end = operation.indexOf(' ');
    return end < 0 ? operation : operation.substring(0, end);
  }

  private static boolean isMiss(FindingRow finding) {
    return finding.verdict().equals(Verdict.MISSED.name());
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

  private static BoundRow failureBound(String id, long clean) {
    return new BoundRow(id, clean, Digits.rounded(new Proportion(0, clean).upperBound(CONFIDENCE)));
  }

  private static List<CoverageRow> unreached(List<CoverageCount> owed, List<CoverageRow> seen) {
    var reached = new HashSet<CoverageRow>();
    seen.forEach(row -> reached.add(row.uncounted()));
    return owed.stream().map(CoverageRow::of).filter(row -> !reached.contains(row)).toList();
  }
}
