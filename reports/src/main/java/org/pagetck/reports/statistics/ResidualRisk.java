package org.pagetck.reports.statistics;

import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.Verdict;

/// What may still be wrong after a run, in words.
final class ResidualRisk {
  private static final String CONFIDENCE =
      "with %.0f %% confidence".formatted(RunStatistics.CONFIDENCE * 100);

  private ResidualRisk() {}

  static String sentence(RunResult result, int unreached) {
    if (result.verdict() == RunVerdict.ERRORED || result.traces() == 0) {
      return "Nothing is known of the mapper.";
    }
    return seen(result) + " " + limits(result, unreached);
  }

  private static String seen(RunResult result) {
    var violating =
        result.findings().stream()
            .filter(finding -> finding.verdict() != Verdict.MISSED)
            .mapToLong(Finding::times)
            .sum();
    var proportion = new Proportion(Math.min(violating, result.traces()), result.traces());
    if (violating > 0) {
      var interval = proportion.interval(RunStatistics.CONFIDENCE);
      return "%s of %s traces showed a violation: %s between %s and %s of traces drawn alike do."
          .formatted(
              Digits.grouped(proportion.times()),
              Digits.grouped(proportion.of()),
              CONFIDENCE,
              Digits.percent(interval.low()),
              Digits.percent(interval.high()));
    }
    var bound = proportion.upperBound(RunStatistics.CONFIDENCE);
    return "None of %s traces, drawn independently, showed a violation: %s at most %s of traces drawn alike do, fewer than one in %s."
        .formatted(
            Digits.grouped(proportion.of()),
            CONFIDENCE,
            Digits.percent(bound),
            Digits.grouped((long) Math.floor(1 / bound)));
  }

  private static String limits(RunResult result, int unreached) {
    var unjudged =
        result.requirements().stream()
            .filter(row -> row.verdict() == Verdict.NOT_APPLICABLE)
            .count();
    return "That says nothing of what the generators do not draw%s, nor of the %d requirements that did not apply or were not judged."
        .formatted(
            unreached == 0 ? "" : " (%d classes of steps were never reached)".formatted(unreached),
            unjudged);
  }
}
