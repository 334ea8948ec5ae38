package org.pagetck.reports.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Verdict;

/// Findings as text, five lines each: title, requirements, trace, report, how to see it again. What
/// fails the mapper comes first, then what calls alone show, then what was seen most often.
///
/// @param subject how the command line names the subject
/// @param directory where the files of the run are
/// @param options what else than the subject the command line needs to run it
/// @param style how the text looks
record FindingText(String subject, Path directory, String options, ResultText.Style style) {
  /// Further findings are listed in one line each.
  private static final int FULL_COUNT_MAX = 20;

  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> !isViolation(finding))
          .thenComparing(FindingText::needsPlanting)
          .thenComparing(Comparator.comparingLong(Finding::times).reversed())
          .thenComparing(Finding::fingerprint);

  /// Tells whether `finding` fails the mapper.
  static boolean isViolation(Finding finding) {
    return finding.verdict() == Verdict.VIOLATED;
  }

  /// Tells whether the host has to change entries before it shows.
  private static boolean needsPlanting(Finding finding) {
    return finding.trace().lines().stream()
        .anyMatch(line -> line instanceof TraceLine.Plant || line instanceof TraceLine.Poke);
  }

  /// Returns all `findings`.
  String render(List<Finding> findings) {
    var sorted = findings.stream().sorted(ORDER).toList();
    var text = new StringBuilder();
    sorted.stream().limit(FULL_COUNT_MAX).map(this::full).forEach(text::append);
    if (sorted.size() > FULL_COUNT_MAX) {
      text.append(
          "%n%s%n".formatted(style.paint().heading("Further findings, each with its report")));
      sorted.stream().skip(FULL_COUNT_MAX).map(this::brief).forEach(text::append);
    }
    return text.toString();
  }

  private String full(Finding finding) {
    var folder = directory.resolve("findings").resolve(finding.fingerprint());
    var also = finding.also().stream().map(Requirement::id).collect(Collectors.joining(", "));
    var trace =
        finding.trace().lines().stream().map(LineText::print).collect(Collectors.joining("; "));
    return "%n%s%n  %s %s%s, seen in %s%n  %s%n  report: %s%n  replay: %s%n"
        .formatted(
            style.paint().heading(finding.title()),
            verdict(finding),
            finding.requirement(),
            also.isEmpty() ? "" : " and " + also,
            Numbers.counted(finding.times(), "trace"),
            trace,
            folder.resolve("report.md"),
            command(folder));
  }

  private String command(Path folder) {
    return "./pagetck replay %s %s%s"
        .formatted(
            SubjectOptions.quote(folder.resolve("trace.txt").toString()),
            SubjectOptions.quote(subject),
            options.isEmpty() ? "" : " " + options);
  }

  private String brief(Finding finding) {
    return "  %s  %s %-7s %s%n"
        .formatted(finding.fingerprint(), verdict(finding), finding.requirement(), finding.title());
  }

  private String verdict(Finding finding) {
    return style.paint().verdict(finding.verdict(), finding.verdict().name());
  }
}
