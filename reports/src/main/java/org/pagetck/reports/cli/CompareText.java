package org.pagetck.reports.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pagetck.model.trace.LineText;
import org.pagetck.properties.compare.Comparison;
import org.pagetck.properties.compare.Parting;
import org.pagetck.properties.record.CompareRecord;
import org.pagetck.properties.shrink.Fingerprint;

/// A comparison as text, and as a record.
final class CompareText {
  /// The folder of the traces.
  static final String TRACES = "partings";

  private CompareText() {}

  /// Returns the path of the trace of `parting`.
  static String file(Parting parting) {
    return "%s/%s.txt".formatted(TRACES, fingerprint(parting));
  }

  private static String fingerprint(Parting parting) {
    var cause = parting.cause();
    var kind = String.join(" / ", cause.title(), cause.first(), cause.other());
    return Fingerprint.of(cause.facet().name(), kind, parting.trace());
  }

  /// Returns the record of `result`.
  static CompareRecord record(
      List<CompareRecord.SubjectRow> subjects, Comparison.Result result, long seed) {
    return new CompareRecord(
        Version.ofSuite(),
        SeedText.print(seed),
        result.traces(),
        result.steps(),
        subjects,
        result.partings().stream().map(parting -> group(parting, subjects)).toList());
  }

  private static CompareRecord.Group group(
      Parting parting, List<CompareRecord.SubjectRow> subjects) {
    var cause = parting.cause();
    Map<String, Long> times = new LinkedHashMap<>();
    for (var row : subjects) {
      if (parting.times().containsKey(row.subject())) {
        times.put(row.subject(), parting.times().getOrDefault(row.subject(), 0L));
      }
    }
    return new CompareRecord.Group(
        fingerprint(parting),
        cause.facet().text(),
        cause.call(),
        cause.situation(),
        cause.first(),
        cause.other(),
        parting.isDefect(),
        times,
        parting.trace().lines().stream().map(LineText::print).toList(),
        parting.isCertified(),
        file(parting),
        parting.answers().stream()
            .map(it ->
                new CompareRecord.AnswerRow(it.subject(), it.given(), it.hardware(), it.violates()))
            .toList());
  }

  /// Returns the text: each subject with its verdict, then where they part, the last line how
  /// often.
  static String render(CompareRecord record, Path directory, Terminal terminal) {
    var paint = terminal.outPaint();
    var text = new StringBuilder();
    for (var subject : record.subjects()) {
      text.append("%-13s %s%n".formatted(subject.verdict(), paint.heading(subject.subject())));
    }
    for (var group : record.groups()) {
      text.append(
          "%n%s%n  %s: %s %s%n"
              .formatted(
                  paint.heading("%s %s".formatted(group.call(), group.situation())),
                  group.facet(),
                  record.subjects().getFirst().subject(),
                  group.first()));
      var others =
          group.times().entrySet().stream()
              .map(entry ->
                  "%s (%s)".formatted(entry.getKey(), Numbers.counted(entry.getValue(), "trace")))
              .collect(Collectors.joining(", "));
      text.append("  %s: %s%n".formatted(group.other(), others));
      text.append("  %s%n".formatted(String.join("; ", group.lines())));
      var broken =
          group.answers().stream()
              .filter(answer -> !answer.violates().isEmpty())
              .map(answer -> "%s violates %s".formatted(answer.subject(), answer.violates()))
              .toList();
      text.append(
          broken.isEmpty()
              ? "  each keeps its own contract%n".formatted()
              : "  %s%n".formatted(String.join(", ", broken)));
    }
    var defects = record.groups().stream().filter(CompareRecord.Group::defect).count();
    text.append("%nThe page is %s%n".formatted(directory.resolve("compare.html")));
    var steps = Numbers.counted(record.steps(), "step");
    var traces = Numbers.counted(record.traces(), "trace");
    return text.append(
            record.groups().isEmpty()
                ? "ALIKE: %s on %s, and they never part%n".formatted(steps, traces)
                : "THEY PART: %s, %d by defect, %s on %s%n"
                    .formatted(
                        Numbers.counted(record.groups().size(), "cause"), defects, steps, traces))
        .toString();
  }
}
