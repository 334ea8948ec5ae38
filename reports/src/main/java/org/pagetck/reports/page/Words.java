package org.pagetck.reports.page;

import java.util.Locale;
import org.pagetck.reports.statistics.Digits;

/// Words and numbers as the page spells them.
public final class Words {
  private static final long THOUSAND = 1_000;
  private static final long MILLION = 1_000_000;

  private Words() {}

  /// Returns a verdict, as records spell it, in small letters: `not exercised`.
  public static String verdict(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Returns a text of the catalogue without the marks that Markdown has for code.
  static String unmarked(String text) {
    return text.replace("`", "");
  }

  /// Returns `1,234,567`.
  public static String grouped(long number) {
    return Digits.grouped(number);
  }

  /// Returns a rate as a percentage.
  public static String percent(double rate) {
    return Digits.percent(rate);
  }

  /// Returns a number in four characters at most: `999`, `12k`, `1.2k`, `3M`.
  static String brief(long number) {
    if (number < THOUSAND) {
      return Long.toString(number);
    }
    var unit = number < MILLION ? THOUSAND : MILLION;
    var letter = unit == THOUSAND ? "k" : "M";
    var whole = number / unit;
    return whole < 10
        ? String.format(Locale.ROOT, "%d.%d%s", whole, number % unit * 10 / unit, letter)
        : whole + letter;
  }

  /// Returns `1 trace`, `2 traces`.
  public static String counted(long number, String word) {
    return grouped(number) + " " + word + (number == 1 ? "" : "s");
  }
}
