package org.pagetck.reports.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.record.ComparisonRecord;
import org.pagetck.properties.record.ComparisonRecord.DetectionRow;
import org.pagetck.properties.record.ComparisonRecord.LotRow;
import org.pagetck.properties.record.RunRecord;
import org.pagetck.properties.record.RunRecord.CoverageRow;
import org.pagetck.properties.record.SummaryRecord.FindingRow;
import org.pagetck.reports.statistics.Digits;
import org.pagetck.reports.statistics.HolmTest;
import org.pagetck.reports.statistics.Proportion;
import org.pagetck.reports.statistics.RankTest;
import org.pagetck.reports.statistics.RateTest;
import org.pagetck.reports.statistics.RunStatistics;

/// Two runs, or two lots of runs, side by side: how often each saw each finding, how soon, and
/// which classes of steps only one of them reached. Differences that chance explains are told as
/// such.
public final class RunComparison {
  /// A rank test of fewer runs could not come to a verdict.
  private static final int RANKED_MIN = 4;

  private final MergedRuns one;
  private final MergedRuns other;

  private RunComparison(MergedRuns one, MergedRuns other) {
    this.one = one;
    this.other = other;
  }

  /// Returns how `one` and `other` differ.
  public static ComparisonRecord of(MergedRuns one, MergedRuns other) {
    return new RunComparison(one, other).record();
  }

  /// One finding before it is known how many are compared.
  private record Detection(
      FindingRow finding, Proportion one, Proportion other, double rates, double ranks) {
    boolean isMiss() {
      return RunComparison.isMiss(finding);
    }

    /// Returns the probability of the rarer of both tests, both considered.
    double probability() {
      return Math.min(1, 2 * Math.min(rates, ranks));
    }
  }

  private ComparisonRecord record() {
    var first = one.records();
    var second = other.records();
    var byFingerprint = new LinkedHashMap<String, FindingRow>();
    first.summary().findings().forEach(row -> byFingerprint.put(row.fingerprint(), row));
    second.summary().findings().forEach(row -> byFingerprint.putIfAbsent(row.fingerprint(), row));
    var detections = byFingerprint.values().stream().map(this::detection).toList();
    var tests =
        HolmTest.of(
            detections.stream().map(Detection::probability).toList(), RunStatistics.CONFIDENCE);
    var rows = new ArrayList<DetectionRow>();
    for (var i = 0; i < detections.size(); i++) {
      rows.add(row(detections.get(i), tests.get(i)));
    }
    return new ComparisonRecord(
        lot(one, first.run()),
        lot(other, second.run()),
        RunStatistics.CONFIDENCE,
        rows,
        without(first.run().coverage(), second.run().coverage()),
        without(second.run().coverage(), first.run().coverage()),
        sentence(rows));
  }

  private Detection detection(FindingRow finding) {
    var isMiss = isMiss(finding);
    var first = proportion(one, finding.fingerprint(), isMiss);
    var second = proportion(other, finding.fingerprint(), isMiss);
    return new Detection(
        finding, first, second, RateTest.probability(first, second), ranks(finding.fingerprint()));
  }

  private static boolean isMiss(FindingRow finding) {
    return finding.verdict().equals(Verdict.MISSED.name());
  }

  private static Proportion proportion(MergedRuns runs, String fingerprint, boolean isMiss) {
    var times =
        runs.runs().stream().mapToLong(run -> run.findings().getOrDefault(fingerprint, 0L)).sum();
    var of = runs.runs().stream().mapToLong(run -> isMiss ? run.steps() : run.traces()).sum();
    return new Proportion(Math.min(times, of), Math.max(1, of));
  }

  private double ranks(String fingerprint) {
    if (Math.min(one.runs().size(), other.runs().size()) < RANKED_MIN) {
      return 1;
    }
    return RankTest.probability(firstSteps(one, fingerprint), firstSteps(other, fingerprint));
  }

  private static List<Long> firstSteps(MergedRuns runs, String fingerprint) {
    return runs.runs().stream()
        .map(run -> run.firstSteps().getOrDefault(fingerprint, Long.MAX_VALUE))
        .toList();
  }

  private static DetectionRow row(Detection detection, boolean differs) {
    return new DetectionRow(
        detection.finding().fingerprint(),
        detection.finding().title(),
        detection.isMiss() ? "steps" : "traces",
        detection.one().times(),
        detection.other().times(),
        Digits.rounded(detection.rates()),
        Digits.rounded(detection.ranks()),
        differs);
  }

  private static LotRow lot(MergedRuns runs, RunRecord total) {
    return new LotRow(total.subject(), runs.runs().size(), total.traces(), total.steps());
  }

  private static List<CoverageRow> without(List<CoverageRow> rows, Collection<CoverageRow> others) {
    var known = new HashSet<CoverageRow>();
    others.forEach(row -> known.add(row.uncounted()));
    return rows.stream().filter(row -> !known.contains(row.uncounted())).toList();
  }

  private static String sentence(List<DetectionRow> rows) {
    if (rows.isEmpty()) {
      return "Neither found anything.";
    }
    var differing = rows.stream().filter(DetectionRow::differs).count();
    if (differing == 0) {
      return "No finding was seen more often or sooner by one than by the other, but for what chance explains.";
    }
    return "%d of %s seen more often or sooner by one than by the other; of comparisons where nothing differs, at most one in %d says so."
        .formatted(
            differing,
            rows.size() == 1 ? "1 finding was" : rows.size() + " findings were",
            Math.round(1 / (1 - RunStatistics.CONFIDENCE)));
  }
}
