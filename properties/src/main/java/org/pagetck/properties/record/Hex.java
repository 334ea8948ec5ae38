package org.pagetck.properties.record;

/// Addresses and words as JSON holds them: strings, since a number there loses bits above 2^53.
final class Hex {
  private static final String PREFIX = "0x";

  private Hex() {}

  static String of(long value) {
    return PREFIX + Long.toHexString(value);
  }

  /// Returns the value of what [#of] returned.
  ///
  /// @throws NumberFormatException if it is something else
  static long parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new NumberFormatException("not in hex: " + text);
    }
    return Long.parseUnsignedLong(text, PREFIX.length(), text.length(), 16);
  }
}
