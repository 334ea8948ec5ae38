package org.pagetck.reports.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody may have meant.
final class Nearest {
  private Nearest() {}

  /// Returns ` (did you mean X?)` for the one of `known` that is spelled most like `given`, or
  /// nothing where none is spelled much like it.
  static String hint(String given, Collection<String> known) {
    return to(given, known).map(" (did you mean %s?)"::formatted).orElse("");
  }

  /// Returns the one of `known` that is spelled most like `given`, if a third of its letters or
  /// less differ.
  static Optional<String> to(String given, Collection<String> known) {
    var lower = given.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= allowed(word))
        .min(Comparator.comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT))));
  }

  private static int allowed(String word) {
    return Math.max(1, word.length() / 3);
  }

  /// Returns how many letters have to be put in, taken out, changed, or swapped with their
  /// neighbour.
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      for (var j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : least(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int least(int[][] rows, String a, String b, int i, int j) {
    var isSame = a.charAt(i - 1) == b.charAt(j - 1);
    var least = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
    least = Math.min(least, rows[i - 1][j - 1] + (isSame ? 0 : 1));
    var isSwapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isSwapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
