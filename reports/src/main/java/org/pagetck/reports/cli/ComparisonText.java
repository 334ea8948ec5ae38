package org.pagetck.reports.cli;

import java.util.List;
import org.pagetck.properties.record.ComparisonRecord;
import org.pagetck.properties.record.ComparisonRecord.DetectionRow;
import org.pagetck.properties.record.ComparisonRecord.LotRow;
import org.pagetck.properties.record.RunRecord.CoverageRow;

/// A comparison as the command line prints it.
final class ComparisonText {
  private final StringBuilder text = new StringBuilder();

  private ComparisonText() {}

  static String of(ComparisonRecord comparison) {
    var text = new ComparisonText();
    text.line("the first:  " + lot(comparison.one()));
    text.line("the second: " + lot(comparison.other()));
    comparison.findings().forEach(row -> text.finding(row, comparison));
    text.classes("only the first reached", comparison.onlyOne());
    text.classes("only the second reached", comparison.onlyOther());
    text.line("");
    text.line(comparison.sentence());
    return text.text.toString();
  }

  private static String lot(LotRow lot) {
    return "%s, %s, %s, %s"
        .formatted(
            lot.subject(),
            Numbers.counted(lot.runs(), "run"),
            Numbers.counted(lot.traces(), "trace"),
            Numbers.counted(lot.steps(), "step"));
  }

  private void finding(DetectionRow row, ComparisonRecord comparison) {
    line("");
    line(row.title());
    line(
        "  %s, seen in %s of %s and in %s of %s %s: %s"
            .formatted(
                row.fingerprint(),
                Numbers.grouped(row.one()),
                Numbers.grouped(of(row, comparison.one())),
                Numbers.grouped(row.other()),
                Numbers.grouped(of(row, comparison.other())),
                row.unit(),
                row.differs() ? "they differ" : "no difference that chance does not explain"));
    line(
        row.ranks() < 1
            ? "  probability by chance %s, of how soon %s".formatted(row.probability(), row.ranks())
            : "  probability by chance " + row.probability());
  }

  private static long of(DetectionRow row, LotRow lot) {
    return row.unit().equals("steps") ? lot.steps() : lot.traces();
  }

  private void classes(String what, List<CoverageRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    line("");
    line("%s %s of steps:".formatted(what, Numbers.counted(rows.size(), "kind")));
    for (var row : rows) {
      line(
          "  %s %s %s %s at level %d, %s times"
              .formatted(
                  row.operation(),
                  row.size(),
                  row.decidedBy(),
                  row.outcome(),
                  row.level(),
                  Numbers.grouped(row.count())));
    }
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
