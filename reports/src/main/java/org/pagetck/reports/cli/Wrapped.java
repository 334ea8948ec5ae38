package org.pagetck.reports.cli;

import java.util.ArrayList;
import java.util.List;

/// Text that is fitted into a width.
final class Wrapped {
  private static final String MORE = "...";
  private static final int COLUMNS_MIN = 20;

  private Wrapped() {}

  /// Returns `text`, or its first words and dots where it is wider than `columns`.
  static String cut(String text, int columns) {
    var width = Math.max(columns, COLUMNS_MIN);
    if (text.length() <= width) {
      return text;
    }
    var blank = text.lastIndexOf(' ', width - MORE.length());
    var end = blank > 0 ? blank : width - MORE.length();
    return text.substring(0, end).replaceAll("[,;:]$", "") + MORE;
  }

  /// Returns `text` on as many lines as it takes; longer words stay whole.
  static List<String> lines(String text, int columns) {
    var width = Math.max(columns, COLUMNS_MIN);
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
