package org.pagetck.reports.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pagetck.model.requirement.RequirementGroup;
import org.pagetck.model.verdict.KnownStatus;
import org.pagetck.model.verdict.RequirementResult;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.Verdict;

/// The result of a check as text: what was judged, a verdict per requirement, the findings, and the
/// verdict on the whole as the last line.
final class ResultText {
  private static final int INDENT = 2;

  private final RunResult result;
  private final Style style;
  private final StringBuilder text = new StringBuilder();

  /// How the text looks.
  ///
  /// @param paint colours, or none
  /// @param columns how wide lines may be
  record Style(Paint paint, int columns) {}

  private ResultText(RunResult result, Style style) {
    this.result = result;
    this.style = style;
  }

  /// Returns the text.
  ///
  /// @param directory where the files of the run are
  /// @param options what else than the subject the command line needs to run it
  static String render(RunResult result, Path directory, String options, Style style) {
    var rendered = new ResultText(result, style);
    rendered.subject();
    RequirementGroup.all().forEach(rendered::group);
    rendered.notApplicable();
    rendered.known();
    rendered.errors();
    var findings = new FindingText(result.subject(), directory, options, style);
    rendered.text.append(findings.render(result.findings()));
    rendered.line("");
    rendered.line("The results are in " + directory);
    rendered.line(VerdictText.of(result, style.paint()));
    return rendered.text.toString();
  }

  private void subject() {
    var declaration = result.declaration();
    var name = declaration.name().orElse(result.subject());
    var version = declaration.version().map(it -> " " + it).orElse("");
    var spelling = name.equals(result.subject()) ? "" : " (%s)".formatted(result.subject());
    line(style.paint().heading(name + version) + spelling);
    var keys =
        declaration.overrides().entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .collect(Collectors.joining(", "));
    Wrapped.lines(keys, style.columns() - INDENT).forEach(part -> line("  " + part));
  }

  private void group(RequirementGroup group) {
    var rows =
        result.requirements().stream()
            .filter(row -> row.requirement().group() == group)
            .filter(row -> row.verdict() != Verdict.NOT_APPLICABLE)
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    line("");
    line(style.paint().heading(group.title()));
    rows.forEach(this::row);
  }

  private void row(RequirementResult row) {
    var verdict = row.verdict().name().replace('_', ' ');
    var said = row.reason().isEmpty() ? row.requirement().sentence() : row.reason();
    var head =
        "  %-7s %-13s %12s  "
            .formatted(row.requirement(), verdict, Numbers.grouped(row.exercised()));
    var painted = head.replace(verdict, style.paint().verdict(row.verdict(), verdict));
    line(painted + Wrapped.cut(said, style.columns() - head.length()));
  }

  private void notApplicable() {
    Map<String, List<String>> byReason =
        result.requirements().stream()
            .filter(row -> row.verdict() == Verdict.NOT_APPLICABLE)
            .collect(
                Collectors.groupingBy(
                    RequirementResult::reason,
                    LinkedHashMap::new,
                    Collectors.mapping(row -> row.requirement().id(), Collectors.toList())));
    if (byReason.isEmpty()) {
      return;
    }
    line("");
    line(style.paint().heading("Not applicable"));
    byReason.forEach((reason, ids) ->
        Wrapped.lines(reason + ": " + String.join(" ", ids), style.columns() - INDENT)
            .forEach(part -> line("  " + style.paint().faint(part))));
  }

  private void known() {
    var known = KnownStatus.of(result);
    if (known.isEmpty()) {
      return;
    }
    line("");
    line(style.paint().heading("Known findings"));
    for (var status : known) {
      line(
          "  %s  %s (%s)"
              .formatted(
                  status.finding().fingerprint(), status.sentence(), status.finding().issue()));
    }
  }

  private void errors() {
    if (result.errors().isEmpty()) {
      return;
    }
    line("");
    line(style.paint().heading("Errors"));
    result.errors().forEach(error -> line("  " + error));
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
