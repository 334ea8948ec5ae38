package org.pagetck.model.address;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;

/// Things that are counted, in either direction.
///
/// @param count how many there are
/// @param element gives the one after `n` others
record Sequence<T>(long count, LongFunction<T> element) {

  /// Returns how many pages of its size `end` comes after `start`, 0 where it does not.
  ///
  /// @throws IllegalArgumentException if they differ in size, or the hole lies between them
  static long countPages(Page start, Page end) {
    if (start.size() != end.size()) {
      throw new IllegalArgumentException("not of one size: %s, %s".formatted(start, end));
    }
    if (start.start().compareTo(end.start()) >= 0) {
      return 0;
    }
    if (start.start().bits() >= 0 && end.start().bits() < 0) {
      throw new IllegalArgumentException("the hole lies between %s and %s".formatted(start, end));
    }
    return (end.start().bits() - start.start().bits()) >>> start.size().shift();
  }

  /// Returns how many frames of its size `end` comes after `start`, 0 where it does not.
  ///
  /// @throws IllegalArgumentException if they differ in size
  static long countFrames(PhysFrame start, PhysFrame end) {
    if (start.size() != end.size()) {
      throw new IllegalArgumentException("not of one size: %s, %s".formatted(start, end));
    }
    return Math.max(start.start().distanceTo(end.start()), 0) >>> start.size().shift();
  }

  Iterator<T> ascending() {
    return new Places<>(this, false);
  }

  Iterator<T> descending() {
    return new Places<>(this, true);
  }

  private static final class Places<T> implements Iterator<T> {
    private final Sequence<T> sequence;
    private final boolean isDescending;
    private long passed;

    Places(Sequence<T> sequence, boolean isDescending) {
      this.sequence = sequence;
      this.isDescending = isDescending;
    }

    @Override
    public boolean hasNext() {
      return passed < sequence.count();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var place = isDescending ? sequence.count() - 1 - passed : passed;
      passed++;
      return sequence.element().apply(place);
    }
  }
}
