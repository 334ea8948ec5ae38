package org.pagetck.model.address;

/// The frames from `start` to `end`, both included; none where `end` comes before it.
///
/// @param start the first frame
/// @param end the last frame, of the same size
public record PhysFrameRangeInclusive(PhysFrame start, PhysFrame end) implements PhysFrames {
  /// Checks that they are of one size.
  ///
  /// @throws IllegalArgumentException if the two differ in size
  public PhysFrameRangeInclusive {
    Sequence.countFrames(start, end);
  }

  @Override
  public long count() {
    return start.start().compareTo(end.start()) > 0 ? 0 : Sequence.countFrames(start, end) + 1;
  }

  /// Returns the same bytes as frames of `smaller` size.
  ///
  /// @throws IllegalArgumentException if that is larger
  public PhysFrameRangeInclusive as(PageSize smaller) {
    if (smaller.compareTo(size()) > 0) {
      throw new IllegalArgumentException("%s is larger than %s".formatted(smaller, size()));
    }
    var first = new PhysFrame(start.start(), smaller);
    return isEmpty()
        ? new PhysFrameRangeInclusive(first, new PhysFrame(end.start(), smaller))
        : new PhysFrameRangeInclusive(first, PhysFrame.containing(end.last(), smaller));
  }

  @Override
  public String toString() {
    return "%s..=%s".formatted(start, end.start());
  }
}
