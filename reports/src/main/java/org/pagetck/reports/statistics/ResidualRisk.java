package org.pagetck.reports.statistics;

import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.record.SummaryRecord.FindingRow;

/// What may still be wrong after a run, in words.
final class ResidualRisk {
  private static final String CONFIDENCE =
      "with %.0f %% confidence".formatted(RunStatistics.CONFIDENCE * 100);

  private ResidualRisk() {}

  static String sentence(Counts counts, int unreached) {
    if (counts.verdict().equals(RunVerdict.ERRORED.name()) || counts.traces() == 0) {
      return "Nothing is known of the mapper.";
    }
    return seen(counts) + " " + limits(counts, unreached);
  }

  private static String seen(Counts counts) {
    var violating =
        counts.findings().stream()
            .filter(finding -> !finding.verdict().equals(Verdict.MISSED.name()))
            .mapToLong(FindingRow::times)
            .sum();
    var proportion = new Proportion(Math.min(violating, counts.traces()), counts.traces());
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

  private static String limits(Counts counts, int unreached) {
    var unjudged =
        counts.requirements().stream()
            .filter(row -> row.verdict().equals(Verdict.NOT_APPLICABLE.name()))
            .count();
    return "That says nothing of what the generators do not draw%s, nor of the %d requirements that did not apply or were not judged."
        .formatted(
            unreached == 0 ? "" : " (%d classes of steps were never reached)".formatted(unreached),
            unjudged);
  }
}
