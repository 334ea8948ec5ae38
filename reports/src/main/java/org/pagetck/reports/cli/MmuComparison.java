package org.pagetck.reports.cli;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.properties.mmu.MmuFuzzResult;
import org.pagetck.properties.record.MmuRecord;

/// What came of comparing the page walk with one MMU.
sealed interface MmuComparison {
  /// How far the text beside the names stands from the left, in columns.
  int INDENT = 11;

  /// The name of the MMU.
  String name();

  /// It is not at hand.
  record Absent(String name, String reason) implements MmuComparison {}

  /// It is at hand and broke.
  record Failed(String name, String reason) implements MmuComparison {}

  /// It was asked.
  ///
  /// @param limits what it cannot be asked, a sentence each
  /// @param result what it answered
  record Compared(List<String> limits, MmuFuzzResult result) implements MmuComparison {
    /// Copies the list.
    public Compared {
      limits = List.copyOf(limits);
    }

    @Override
    public String name() {
      return result.mmu();
    }
  }

  /// Returns it as `--json` lists it.
  default MmuRecord toRecord() {
    return switch (this) {
      case Absent(var name, var reason) -> new MmuRecord(name, false, reason, 0, 0);
      case Failed(var name, var reason) -> new MmuRecord(name, true, "it failed: " + reason, 0, 0);
      case Compared(var limits, var result) ->
          new MmuRecord(
              result.mmu(),
              true,
              String.join(" ", limits),
              result.questionCount(),
              result.disagreementCount());
    };
  }

  /// Returns it as lines of at most `columns`, disagreements in full.
  default List<String> lines(int columns) {
    var lines = new ArrayList<String>();
    switch (this) {
      case Absent(var name, var reason) -> indent(lines, name, "not at hand: " + reason, columns);
      case Failed(var name, var reason) -> indent(lines, name, "failed: " + reason, columns);
      case Compared(var limits, var result) -> {
        indent(lines, result.mmu(), said(result), columns);
        limits.forEach(limit -> indent(lines, "", limit, columns));
        result
            .unanswered()
            .forEach((reason, count) ->
                indent(
                    lines,
                    "",
                    "Not asked, %s: %s.".formatted(Numbers.counted(count, "time"), reason),
                    columns));
        result
            .disagreements()
            .forEach(disagreement -> {
              lines.add("");
              disagreement.toString().lines().map(line -> "  " + line).forEach(lines::add);
            });
      }
    }
    return lines;
  }

  private static String said(MmuFuzzResult result) {
    return "%s in %s about %s, %s of answer"
        .formatted(
            Numbers.counted(result.disagreementCount(), "disagreement"),
            Numbers.counted(result.questionCount(), "question"),
            Numbers.counted(result.tableCount(), "table tree"),
            Numbers.counted(result.outcomes().size(), "kind"));
  }

  private static void indent(List<String> lines, String name, String text, int columns) {
    var first = true;
    for (var part : Wrapped.lines(text, columns - INDENT)) {
      lines.add("  %-8s %s".formatted(first ? name : "", part));
      first = false;
    }
  }
}
