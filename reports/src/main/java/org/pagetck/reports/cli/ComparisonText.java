package org.pagetck.reports.cli;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pagetck.properties.record.ComparisonRecord;
import org.pagetck.properties.record.ComparisonRecord.DetectionRow;
import org.pagetck.properties.record.ComparisonRecord.LotRow;
import org.pagetck.properties.record.RunRecord.CoverageRow;
import org.pagetck.reports.statistics.Digits;

/// A comparison as the command line prints it.
final class ComparisonText {
  /// Of kinds of steps so many are shown, the commonest; seldom ones come up in one by chance.
  private static final int SHOWN_MAX = 8;

  /// Nobody reads smaller probabilities by their digits.
  private static final double TINY = 1e-6;

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
    line("  %s of comparisons of like with like differ as much".formatted(share(row)));
  }

  private static String share(DetectionRow row) {
    return row.ranks() < 1
        ? "in how often %s, in how soon %s".formatted(share(row.probability()), share(row.ranks()))
        : share(row.probability());
  }

  private static String share(double probability) {
    return probability < TINY ? "fewer than one in a million" : Digits.percent(probability);
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
    rows.stream()
        .sorted(Comparator.comparingLong(CoverageRow::count).reversed())
        .limit(SHOWN_MAX)
        .forEach(this::kind);
    if (rows.size() > SHOWN_MAX) {
      line("  and %s more seldom, see --json".formatted(rows.size() - SHOWN_MAX));
    }
  }

  private void kind(CoverageRow row) {
    line(
        "  %s: %s"
            .formatted(
                Stream.of(
                        row.operation(),
                        row.size(),
                        "decided by " + row.decidedBy(),
                        row.level() == 0 ? "" : "at level " + row.level(),
                        "owed " + row.outcome())
                    .filter(Predicate.not(String::isEmpty))
                    .collect(Collectors.joining(" ")),
                Numbers.counted(row.count(), "time")));
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
