package org.pagetck.reports.cli;

import org.pagetck.model.verdict.RequirementResult;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.Verdict;

/// The last line of a check: the verdict on the whole, what it rests on, and the seed.
final class VerdictText {
  private VerdictText() {}

  static String of(RunResult result, Paint paint) {
    return "%s: %s, %s in %s, %.1f s, seed %s"
        .formatted(
            paint.verdict(result.verdict(), result.verdict().name()),
            why(result),
            Numbers.counted(result.steps(), "step"),
            Numbers.counted(result.traces(), "trace"),
            result.seconds(),
            SeedText.print(result.seed()));
  }

  private static String why(RunResult result) {
    return switch (result.verdict()) {
      case CONFORMS ->
          "%s held, nothing violated%s"
              .formatted(
                  Numbers.counted(count(result, Verdict.HELD), "requirement"), misses(result));
      case FINDINGS ->
          Numbers.counted(
                  result.findings().stream().filter(FindingText::isViolation).count(), "finding")
              + misses(result);
      case ERRORED -> Numbers.counted(result.errors().size(), "error") + ", nothing is known";
      case INCONCLUSIVE ->
          "%s not exercised enough: %s"
              .formatted(
                  Numbers.counted(count(result, Verdict.NOT_EXERCISED), "requirement"),
                  String.join(
                      " ",
                      result.requirements().stream()
                          .filter(row -> row.verdict() == Verdict.NOT_EXERCISED)
                          .map(RequirementResult::requirement)
                          .map(Object::toString)
                          .limit(5)
                          .toList()));
    };
  }

  private static String misses(RunResult result) {
    var misses = result.findings().stream().filter(it -> it.verdict() == Verdict.MISSED).count();
    var known = result.findings().stream().filter(it -> it.verdict() == Verdict.KNOWN).count();
    return (misses == 0 ? "" : ", %s missed".formatted(Numbers.counted(misses, "should")))
        + (known == 0 ? "" : ", %s known".formatted(Numbers.counted(known, "finding")));
  }

  private static long count(RunResult result, Verdict verdict) {
    return result.requirements().stream().filter(row -> row.verdict() == verdict).count();
  }
}
