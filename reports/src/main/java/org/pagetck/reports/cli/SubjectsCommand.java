package org.pagetck.reports.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.SubjectRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists what can be judged.
@Command(name = "subjects", description = "Lists what can be judged, and how it is named.")
final class SubjectsCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Print a list of {subject, sentence}.")
  private boolean json;

  @Override
  public Integer call() {
    var output = Output.of(spec);
    var rows = rows();
    if (json) {
      output.out().print(JsonText.prettyList(SubjectRecord.class, rows));
    } else {
      var width = rows.stream().mapToInt(row -> row.subject().length()).max().orElse(0) + 4;
      rows.forEach(row -> output.out().print(text(row, width, output.terminal().columns())));
    }
    output.out().flush();
    return ExitStatus.FINE;
  }

  private static String text(SubjectRecord row, int width, int columns) {
    var lines = Wrapped.lines(row.sentence(), columns - width);
    var text = new StringBuilder("  ").append(row.subject());
    text.append(" ".repeat(width - 2 - row.subject().length()))
        .append(lines.getFirst())
        .append('\n');
    lines.stream()
        .skip(1)
        .forEach(line -> text.append(" ".repeat(width)).append(line).append('\n'));
    return text.toString();
  }

  private static List<SubjectRecord> rows() {
    var rows = new ArrayList<SubjectRecord>();
    for (var mapper : Mappers.builtIn()) {
      rows.add(new SubjectRecord(mapper.name(), "A right mapper that comes with the suite."));
    }
    rows.add(
        new SubjectRecord(
            "native:PATH",
            "A shared library with the C interface of pagetck.h, in a process of its own."));
    rows.add(
        new SubjectRecord(
            "java:CLASS",
            "A class that is a MapperProvider, found by --classpath, in a process of its own."));
    for (var fault : Mappers.faults()) {
      rows.add(new SubjectRecord("fault:" + fault.id(), fault.sentence()));
    }
    return rows;
  }
}
