package org.pagetck.model.address;

/// The frames from `start` up to, not including, `end`; none where `end` does not come after it.
///
/// The last frame below 2^52 cannot be in such a range: that is for [PhysFrameRangeInclusive].
///
/// @param start the first frame
/// @param end the first frame behind them, of the same size
public record PhysFrameRange(PhysFrame start, PhysFrame end) implements PhysFrames {
  /// Checks that they are of one size.
  ///
  /// @throws IllegalArgumentException if the two differ in size
  public PhysFrameRange {
    Sequence.countFrames(start, end);
  }

  @Override
  public long count() {
    return Sequence.countFrames(start, end);
  }

  /// Returns the same bytes as frames of `smaller` size.
  ///
  /// @throws IllegalArgumentException if that is larger
  public PhysFrameRange as(PageSize smaller) {
    if (smaller.compareTo(size()) > 0) {
      throw new IllegalArgumentException("%s is larger than %s".formatted(smaller, size()));
    }
    return new PhysFrameRange(
        new PhysFrame(start.start(), smaller), new PhysFrame(end.start(), smaller));
  }

  @Override
  public String toString() {
    return "%s..%s".formatted(start, end.start());
  }
}
