package org.pagetck.reports.page;

import org.pagetck.properties.record.SummaryRecord;

/// The verdict on a run in one sentence, for someone who has never seen the suite.
final class VerdictSentence {
  private VerdictSentence() {}

  static String of(SummaryRecord summary) {
    var contract = summary.contract().getOrDefault("contract", "strict");
    return switch (summary.verdict()) {
      case "CONFORMS" ->
          "It keeps all %s that apply to it under the contract %s%s."
              .formatted(
                  Words.counted(count(summary, "HELD"), "requirement"), contract, known(summary));
      case "FINDINGS" ->
          "It breaks %s of the contract %s; %s."
              .formatted(
                  Words.counted(count(summary, "VIOLATED"), "requirement"),
                  contract,
                  summary.findings().size() == 1
                      ? "the smallest trace that shows it stands below"
                      : "%d findings stand below, each with its smallest trace"
                          .formatted(summary.findings().size()));
      case "INCONCLUSIVE" ->
          "Nothing was violated, but %s exercised too seldom for a verdict: more traces are needed."
              .formatted(
                  count(summary, "NOT_EXERCISED") == 1
                      ? "1 requirement was"
                      : count(summary, "NOT_EXERCISED") + " requirements were");
      default -> "The mapper or its adapter failed: nothing is known of the mapper.";
    };
  }

  private static String known(SummaryRecord summary) {
    var known = summary.findings().stream().filter(it -> it.verdict().equals("KNOWN")).count();
    return known == 0 ? "" : ", but for " + Words.counted(known, "known finding");
  }

  private static long count(SummaryRecord summary, String verdict) {
    return summary.requirements().stream().filter(row -> row.verdict().equals(verdict)).count();
  }
}
