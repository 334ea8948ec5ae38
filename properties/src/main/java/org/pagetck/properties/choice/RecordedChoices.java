package org.pagetck.properties.choice;

import java.util.Arrays;

/// Choices of another source, written down so that [ReplayedChoices] can repeat them.
public final class RecordedChoices implements Choices {
  private static final int CAPACITY_FIRST = 64;

  private final Choices source;
  private long[] draws = new long[CAPACITY_FIRST];
  private int count;

  /// Writes down what `source` answers from now on.
  public RecordedChoices(Choices source) {
    this.source = source;
  }

  @Override
  public int below(int bound) {
    var drawn = source.below(bound);
    add(drawn);
    return drawn;
  }

  @Override
  public long bits(int bits) {
    var drawn = source.bits(bits);
    add(drawn);
    return drawn;
  }

  private void add(long draw) {
    if (count == draws.length) {
      draws = Arrays.copyOf(draws, 2 * count);
    }
    draws[count++] = draw;
  }

  /// Returns what has been drawn, in order.
  public long[] draws() {
    return Arrays.copyOf(draws, count);
  }
}
