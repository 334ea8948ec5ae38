package org.pagetck.properties.choice;

/// Choices out of a list of draws. A draw that is too large for its question is taken modulo the
/// bound, so that every list is an answer to every generator; after the last draw comes 0.
public final class ReplayedChoices implements Choices {
  private final long[] draws;
  private int next;

  /// Replays `draws`, as [RecordedChoices#draws] returns them.
  public ReplayedChoices(long... draws) {
    this.draws = draws.clone();
  }

  @Override
  public int below(int bound) {
    Bounds.requireBound(bound);
    return (int) Long.remainderUnsigned(draw(), bound);
  }

  @Override
  public long bits(int count) {
    Bounds.requireCount(count);
    return Bounds.lowBits(draw(), count);
  }

  /// Tells whether every draw has been used.
  public boolean isDry() {
    return next == draws.length;
  }

  private long draw() {
    return isDry() ? 0 : draws[next++];
  }
}
