package org.pagetck.reports.finding;

import org.pagetck.properties.record.EvidenceRecord;

/// Says where what was owed and what was given part.
final class Parting {
  private static final String FLUSH = " flush=\\S+";

  private Parting() {}

  static String sentence(EvidenceRecord evidence) {
    if (evidence.steps().isEmpty()) {
      return "The trace has no steps.";
    }
    var number = evidence.steps().size();
    var last = evidence.steps().getLast();
    var why =
        evidence.accusations().isEmpty()
            ? ""
            : Markdown.plain(evidence.accusations().getFirst().evidence());
    if (last.owed().equals(last.given()) || bare(last.owed()).equals(bare(last.given()))) {
      return "Step %d answers as owed; what it did is wrong: %s.".formatted(number, why);
    }
    return "Step %d owes %s and gives %s."
        .formatted(number, Markdown.code(last.owed()), Markdown.code(last.given()));
  }

  private static String bare(String answer) {
    return answer.replaceAll(FLUSH, "");
  }
}
