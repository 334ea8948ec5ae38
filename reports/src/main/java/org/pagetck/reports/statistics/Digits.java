package org.pagetck.reports.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers with as many digits as anyone reads.
public final class Digits {
  private static final MathContext DIGITS = new MathContext(4);
  private static final int PERCENT = 100;

  private Digits() {}

  /// Returns `number` rounded to four digits.
  public static double rounded(double number) {
    return BigDecimal.valueOf(number).round(DIGITS).doubleValue();
  }

  /// Returns a rate as a percentage of three digits: `3.16 %`, `0.00148 %`.
  public static String percent(double rate) {
    var rounded = BigDecimal.valueOf(rate * PERCENT).round(new MathContext(3));
    return rounded.stripTrailingZeros().toPlainString() + " %";
  }

  /// Returns `1,234,567`.
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
