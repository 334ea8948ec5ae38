package org.pagetck.reports.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.exhaust.ExhaustResult;
import org.pagetck.properties.exhaust.ExhaustResult.Shortest;
import org.pagetck.properties.record.ExhaustRecord;

/// The result of a search as text, and as a record.
final class ExhaustText {
  private static final double THOUSAND = 1000;

  private ExhaustText() {}

  /// Returns the text: what was searched, how far, what was found; the last line says what follows.
  static String render(String subject, ExhaustResult result, Terminal terminal) {
    var paint = terminal.outPaint();
    var text = new StringBuilder();
    text.append("%s, universe %s%n".formatted(paint.heading(subject), result.universe().name()));
    Wrapped.lines(result.universe().sentence(), terminal.columns() - 2)
        .forEach(line -> text.append("  ").append(line).append('\n'));
    text.append(
        "  %s from each state%n".formatted(Numbers.counted(result.universe().moveCount(), "move")));
    text.append("%n%s%n".formatted(counts(result)));
    result.findings().forEach(it -> text.append(finding(it, paint)));
    if (!result.misses().isEmpty()) {
      text.append("%n%s%n".formatted(paint.heading("Shoulds that are missed")));
      result.misses().forEach(it -> text.append(brief(it)));
    }
    if (!result.errors().isEmpty()) {
      text.append("%n%s%n".formatted(paint.heading("Errors")));
      result.errors().forEach(error -> text.append("  ").append(error).append('\n'));
    }
    return text.append('\n').append(verdict(result)).append('\n').toString();
  }

  private static String counts(ExhaustResult result) {
    return "%s, the last after %s; %s judged in %.1f s, %s/s; %s compared with what %s to"
        .formatted(
            Numbers.counted(result.states(), result.merged() ? "state" : "sequence"),
            Numbers.counted(result.depth(), "move"),
            Numbers.counted(result.transitions(), "transition"),
            result.seconds(),
            Numbers.grouped(Math.round(result.transitions() / result.seconds())),
            Numbers.counted(result.checked(), "state"),
            result.checked() == 1 ? "its trace leads" : "their traces lead");
  }

  private static String finding(Shortest shortest, Paint paint) {
    var finding = shortest.finding();
    var also = finding.also().stream().map(Requirement::id).collect(Collectors.joining(", "));
    var trace =
        finding.trace().lines().stream()
            .map(line -> "    " + LineText.print(line) + "\n")
            .collect(Collectors.joining());
    return "%n%s%n  %s %s%s, %s; %s; shown by %s%n%s"
        .formatted(
            paint.heading(finding.title()),
            paint.verdict(finding.verdict(), finding.verdict().name()),
            finding.requirement(),
            also.isEmpty() ? "" : " and " + also,
            finding.fingerprint(),
            Numbers.counted(shortest.moves(), "move"),
            Numbers.counted(shortest.times(), "transition"),
            trace);
  }

  private static String brief(Shortest shortest) {
    var trace =
        shortest.finding().trace().lines().stream()
            .map(LineText::print)
            .collect(Collectors.joining("; "));
    return "  %s %-7s %s: %s%n"
        .formatted(
            shortest.finding().fingerprint(),
            shortest.finding().requirement(),
            shortest.finding().title(),
            trace);
  }

  private static String verdict(ExhaustResult result) {
    var found = result.findings().size();
    if (result.closed()) {
      return found == 0
          ? "CLOSED: no trace of these moves, however long, violates a requirement"
          : "CLOSED with %s: no trace of fewer moves shows any of them, and no trace of any length shows"
                  .formatted(Numbers.counted(found, "finding"))
              + " another before it shows one of these";
    }
    var reason = result.unclosed().orElseThrow();
    return found == 0
        ? "NOT CLOSED, since %s: nothing was found among the moves that were made".formatted(reason)
        : "NOT CLOSED, since %s: %s, and no trace of fewer moves shows any of them"
            .formatted(reason, Numbers.counted(found, "finding"));
  }

  /// Returns the result as a record.
  static ExhaustRecord record(String subject, ExhaustResult result) {
    return new ExhaustRecord(
        subject,
        result.universe().name(),
        result.universe().moveCount(),
        result.merged(),
        result.states(),
        result.transitions(),
        result.closed(),
        result.unclosed().orElse(""),
        result.depth(),
        result.checked(),
        Math.round(result.seconds() * THOUSAND) / THOUSAND,
        rows(result.findings()),
        rows(result.misses()),
        result.errors());
  }

  private static List<ExhaustRecord.Row> rows(List<Shortest> found) {
    return found.stream()
        .map(it ->
            new ExhaustRecord.Row(
                it.finding().fingerprint(),
                it.finding().verdict().name(),
                it.finding().requirement().id(),
                it.finding().also().stream().map(Requirement::id).toList(),
                it.finding().title(),
                it.moves(),
                it.times(),
                TraceText.print(it.finding().trace())))
        .toList();
  }
}
