package org.pagetck.properties.choice;

/// What every source demands of its arguments.
final class Bounds {
  private Bounds() {}

  static void requireBound(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("nothing to choose from: " + bound);
    }
  }

  static void requireCount(int count) {
    if (count < 0 || count > Long.SIZE) {
      throw new IllegalArgumentException("not 0 to 64 bits: " + count);
    }
  }

  /// Returns the low `count` bits of `bits`.
  static long lowBits(long bits, int count) {
    return count == 0 ? 0 : bits & (-1L >>> (Long.SIZE - count));
  }
}
