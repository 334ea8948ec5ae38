package org.pagetck.properties.choice;

/// Choices out of bytes, as a fuzzer supplies them: each takes as few bytes as can express it, low
/// byte first, and is taken modulo the bound. A choice among one takes none. After the last byte
/// comes 0.
public final class ByteChoices implements Choices {
  private final byte[] bytes;
  private int next;

  /// Draws from `bytes`.
  public ByteChoices(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  @Override
  public int below(int bound) {
    Bounds.requireBound(bound);
    var bits = Integer.SIZE - Integer.numberOfLeadingZeros(bound - 1);
    return (int) (take(bits) % bound);
  }

  @Override
  public long bits(int count) {
    Bounds.requireCount(count);
    return Bounds.lowBits(take(count), count);
  }

  /// Tells whether every byte has been used.
  public boolean isDry() {
    return next == bytes.length;
  }

  private long take(int bits) {
    var taken = 0L;
    for (var shift = 0; shift < bits && !isDry(); shift += Byte.SIZE) {
      taken |= (bytes[next++] & 0xffL) << shift;
    }
    return taken;
  }
}
