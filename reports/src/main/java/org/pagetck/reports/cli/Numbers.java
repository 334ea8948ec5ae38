package org.pagetck.reports.cli;

import java.util.Locale;

/// Numbers as people read them.
final class Numbers {
  private static final int MINUTE = 60;

  private Numbers() {}

  /// Returns `1,234,567`.
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// Returns `1 finding`, `2 findings`.
  static String counted(long number, String word) {
    return grouped(number) + " " + word + (number == 1 ? "" : "s");
  }

  /// Returns `0:07`, `12:34`.
  static String clock(double seconds) {
    var whole = Math.round(seconds);
    return "%d:%02d".formatted(whole / MINUTE, whole % MINUTE);
  }
}
