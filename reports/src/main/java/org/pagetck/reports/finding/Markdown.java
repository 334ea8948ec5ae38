package org.pagetck.reports.finding;

import java.util.List;
import java.util.stream.Collectors;

/// Pieces of Markdown, as issue trackers read it.
final class Markdown {
  private Markdown() {}

  /// Returns `text` on one line as code; nothing for an empty text.
  static String code(String text) {
    if (text.isEmpty()) {
      return "";
    }
    var oneLine = text.replaceAll("\\s+", " ");
    var mark = "`".repeat(longestRun(oneLine) + 1);
    var edge = oneLine.startsWith("`") || oneLine.endsWith("`") ? " " : "";
    return mark + edge + oneLine + edge + mark;
  }

  private static int longestRun(String text) {
    var longest = 0;
    var run = 0;
    for (var i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /// Returns `text` as a block of code, each line as it is.
  static String block(String text) {
    var fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return "%s%n%s%s%s%n"
        .formatted(fence, text, text.endsWith("\n") ? "" : "\n", fence)
        .replace("\r\n", "\n");
  }

  /// Returns `text` on one line, with the characters escaped that would format it. An underscore
  /// inside a word does not.
  static String plain(String text) {
    return text.strip()
        .replaceAll("\\s+", " ")
        .replaceAll("([\\\\`*<>\\[\\]])", "\\\\$1")
        .replaceAll("(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", "\\\\_");
  }

  /// Returns one row of a table. A bar would end a cell, even in code.
  static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /// Returns the line below the head of a table of `columns` columns.
  static String rule(int columns) {
    return "|" + " --- |".repeat(columns) + "\n";
  }
}
