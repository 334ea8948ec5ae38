package org.pagetck.reports.finding;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.reports.reproduce.Reproducers;

/// The file `report.md` of a finding: a bug report that can be pasted into an issue of the mapper's
/// project as it stands.
public final class FindingReport {
  private final EvidenceRecord evidence;
  private final StringBuilder text = new StringBuilder();

  private FindingReport(EvidenceRecord evidence) {
    this.evidence = evidence;
  }

  /// Returns the report, in Markdown.
  public static String render(EvidenceRecord evidence) {
    var report = new FindingReport(evidence);
    report.head();
    report.trace();
    report.text.append(LastCall.render(evidence));
    report.advice();
    report.reproducers();
    report.replay();
    report.environment();
    return report.text.toString();
  }

  private void head() {
    var finding = evidence.finding();
    var verb =
        switch (finding.verdict()) {
          case "MISSED" -> "misses";
          case "KNOWN" -> "still violates";
          default -> "violates";
        };
    line("# " + Markdown.plain(finding.title()));
    line("");
    line(
        "%s %s **%s** (%s):"
            .formatted(mapper(), verb, finding.requirement(), strength(finding.requirement())));
    line("");
    line("> " + Requirements.sentence(finding.requirement()));
    line("");
    evidence.requirement().ifPresent(it -> line("Source: %s.".formatted(it.source())));
    if (!finding.also().isEmpty()) {
      line("The same call also violates %s, as told below.".formatted(bold(finding.also())));
    }
    line("");
  }

  private static String bold(List<String> ids) {
    return ids.stream().map(id -> "**" + id + "**").collect(Collectors.joining(", "));
  }

  private String mapper() {
    var name = evidence.name().isEmpty() ? evidence.subject() : evidence.name();
    return Markdown.plain((name + " " + evidence.version()).strip());
  }

  private static String strength(String id) {
    return Requirement.byId(id)
        .map(it -> it.strength().name().toLowerCase(Locale.ROOT))
        .orElse("of another version of the suite");
  }

  private void trace() {
    var steps = evidence.steps();
    line("## What happens");
    line("");
    line(
        "*Owed* is what the contract says the call must answer, *given* is what the mapper answered.");
    line("");
    text.append(Markdown.row(List.of("step", "call or event of the host", "owed", "given", "")));
    text.append(Markdown.rule(5));
    for (var i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      text.append(
          Markdown.row(
              List.of(
                  Integer.toString(i + 1),
                  Markdown.code(step.line()),
                  Markdown.code(step.owed()),
                  Markdown.code(step.given()),
                  i == steps.size() - 1 ? "here they part" : "")));
    }
    line("");
    line(Parting.sentence(evidence));
    line("");
    line(evidence.finding().minimality().sentence());
    line("");
  }

  private void advice() {
    evidence
        .requirement()
        .ifPresent(it -> {
          line("## Where to look first");
          line("");
          line(it.checkFirst());
          line("");
        });
  }

  private void reproducers() {
    var reproducers = Reproducers.of(evidence);
    line("## Without the suite");
    line("");
    for (var run : reproducers.runs()) {
      line("[%s](%s), %s:".formatted(Markdown.code(run.file()), run.file(), run.what()));
      line("");
      text.append(Markdown.block(run.command()));
      line("");
    }
    if (!reproducers.runs().isEmpty()) {
      line("Run in the folder of this report, it fails while the defect is there.");
      line("");
    }
    Stream.concat(reproducers.leftOut().stream(), reproducers.obstacles().stream())
        .forEach(sentence -> {
          line(sentence);
          line("");
        });
  }

  private void replay() {
    line("## See it again");
    line("");
    line("Save this as `trace.txt`:");
    line("");
    text.append(Markdown.block(evidence.trace()));
    line("");
    line("and run, in a checkout of pagetck " + evidence.pagetck() + ":");
    line("");
    var options = evidence.options().isEmpty() ? "" : " " + evidence.options();
    text.append(
        Markdown.block("./pagetck replay trace.txt %s%s".formatted(evidence.subject(), options)));
    line("");
  }

  private void environment() {
    var finding = evidence.finding();
    line("## Where it was found");
    line("");
    item("mapper", mapper() + (evidence.url().isEmpty() ? "" : ", " + evidence.url()));
    item("subject", Markdown.code(evidence.subject()));
    item(
        "declaration",
        evidence.contract().entrySet().stream()
            .map(entry -> Markdown.code(entry.getKey() + " = " + entry.getValue()))
            .collect(Collectors.joining(", ")));
    item("suite", "pagetck " + evidence.pagetck() + ", seed " + Markdown.code(evidence.seed()));
    item(
        "seen",
        "first at step %d of the run, in %d %s"
            .formatted(
                finding.firstStep(), finding.times(), finding.times() == 1 ? "trace" : "traces"));
    item("fingerprint", Markdown.code(finding.fingerprint()));
    if (!evidence.diagnostics().isBlank()) {
      line("");
      line("The mapper wrote to its error stream:");
      line("");
      text.append(Markdown.block(evidence.diagnostics()));
    }
  }

  private void item(String name, String value) {
    line("- %s: %s".formatted(name, value));
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
