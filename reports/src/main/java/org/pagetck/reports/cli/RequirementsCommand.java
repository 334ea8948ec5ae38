package org.pagetck.reports.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.RequirementGroup;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.RequirementRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists the catalogue of requirements.
@Command(
    name = "requirements",
    description = "Lists what a mapper owes; with ids, all there is to say of each.")
final class RequirementsCommand implements Callable<Integer> {
  private static final int INDENT = 17;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "ID", description = "Requirements, such as MAP-01.")
  private List<String> ids = List.of();

  @Option(names = "--json", description = "Print a list of {id, strength, sentence, source}.")
  private boolean json;

  @Override
  public Integer call() {
    var output = Output.of(spec);
    var chosen = ids.stream().map(RequirementIds::read).toList();
    var columns = output.terminal().columns();
    var paint = output.terminal().outPaint();
    if (json) {
      var rows = chosen.isEmpty() ? Requirement.all() : chosen;
      output
          .out()
          .print(
              JsonText.prettyList(
                  RequirementRecord.class, rows.stream().map(RequirementRecord::of).toList()));
    } else if (chosen.isEmpty()) {
      RequirementGroup.all().forEach(group -> output.out().print(table(group, columns, paint)));
    } else {
      output
          .out()
          .print(
              chosen.stream()
                  .map(requirement -> everything(requirement, columns, paint))
                  .collect(Collectors.joining("\n")));
    }
    output.out().flush();
    return ExitStatus.FINE;
  }

  private static String table(RequirementGroup group, int columns, Paint paint) {
    var text = new StringBuilder(paint.heading(group.title())).append('\n');
    for (var requirement : group.requirements()) {
      var lines = Wrapped.lines(requirement.sentence(), columns - INDENT - 3);
      text.append(
          "  %-7s %-9s  %s%n".formatted(requirement, requirement.strength(), lines.getFirst()));
      indent(text, lines.subList(1, lines.size()), INDENT + 4);
    }
    return text.append('\n').toString();
  }

  private static String everything(Requirement requirement, int columns, Paint paint) {
    var text = new StringBuilder();
    text.append(
        "%s  %s  %s%n"
            .formatted(
                paint.heading(requirement.id()),
                requirement.strength(),
                requirement.group().title()));
    section(text, "holds", requirement.sentence(), columns);
    section(text, "strength", requirement.strength().meaning(), columns);
    section(text, "source", requirement.source(), columns);
    section(text, "check first", requirement.checkFirst(), columns);
    var judges =
        requirement.judges().stream()
            .map(judge -> judge.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    section(text, "judged by", judges, columns);
    section(
        text,
        "enough",
        "%s exercises in the default check"
            .formatted(Numbers.grouped(requirement.enoughInDefaultCheck())),
        columns);
    return text.toString();
  }

  private static void section(StringBuilder text, String name, String said, int columns) {
    var lines = Wrapped.lines(said, columns - INDENT);
    text.append("  %-13s  %s%n".formatted(name, lines.getFirst()));
    indent(text, lines.subList(1, lines.size()), INDENT);
  }

  private static void indent(StringBuilder text, Collection<String> lines, int columns) {
    lines.forEach(line -> text.append(" ".repeat(columns)).append(line).append('\n'));
  }
}
