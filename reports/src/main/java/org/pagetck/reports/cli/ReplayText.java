package org.pagetck.reports.cli;

import java.util.stream.Collectors;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.engine.Replay;

/// What came of a replay, as text.
final class ReplayText {
  private ReplayText() {}

  static String render(Replay replay, Paint paint) {
    var text = new StringBuilder();
    var number = 0;
    for (var step : replay.evidence().steps()) {
      number++;
      text.append("%4d  %s%n".formatted(number, step.line()));
      if (!step.owed().isEmpty()) {
        text.append("        owed   %s%n".formatted(step.owed()));
      }
      if (!step.given().isEmpty()) {
        text.append("        given  %s%n".formatted(step.given()));
      }
    }
    text.append('\n');
    return text.append(verdict(replay, paint)).toString();
  }

  private static String verdict(Replay replay, Paint paint) {
    if (replay.requirement().isEmpty()) {
      return "%s: the trace violates nothing%n".formatted(paint.verdict(Verdict.HELD, "HELD"));
    }
    var verdict = replay.isMiss() ? Verdict.MISSED : Verdict.VIOLATED;
    var text = new StringBuilder();
    text.append("%s%n".formatted(paint.heading(replay.title())));
    replay
        .evidence()
        .accusations()
        .forEach(it -> text.append("  %s: %s%n".formatted(it.requirement(), it.evidence())));
    var also = replay.also().stream().map(Requirement::id).collect(Collectors.joining(", "));
    return text.append(
            "%s at step %d: %s%s, fingerprint %s%n"
                .formatted(
                    paint.verdict(verdict, verdict.name()),
                    replay.step() + 1,
                    replay.requirement().get(),
                    also.isEmpty() ? "" : " and " + also,
                    replay.fingerprint()))
        .toString();
  }
}
