package org.pagetck.reports.cli;

import java.security.SecureRandom;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a seed: hex behind `0x`, decimal, or `random`.
final class SeedText implements ITypeConverter<Long> {
  private static final String RANDOM = "random";
  private static final int HEX = 16;

  @Override
  public Long convert(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (lower.equals(RANDOM)) {
      return new SecureRandom().nextLong();
    }
    try {
      return lower.startsWith("0x")
          ? Long.parseUnsignedLong(lower, 2, lower.length(), HEX)
          : Long.parseLong(lower);
    } catch (NumberFormatException _) {
      throw new TypeConversionException(
          "'%s' is no seed, allowed is a number such as 0x5eed, or random".formatted(text));
    }
  }

  /// Returns the spelling: `0x5eed`.
  static String print(long seed) {
    return "0x" + Long.toHexString(seed);
  }
}
