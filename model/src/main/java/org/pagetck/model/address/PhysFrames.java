package org.pagetck.model.address;

import java.util.Iterator;

/// Adjacent frames of one size, ascending.
public sealed interface PhysFrames extends Iterable<PhysFrame>
    permits PhysFrameRange, PhysFrameRangeInclusive {
  /// Returns the first frame, where there is one.
  PhysFrame start();

  /// Returns how many frames there are.
  long count();

  /// Returns the size of each.
  default PageSize size() {
    return start().size();
  }

  /// Returns how many bytes they cover.
  default long bytes() {
    return count() << size().shift();
  }

  /// Tells whether there is none.
  default boolean isEmpty() {
    return count() == 0;
  }

  /// Tells whether `address` lies in one of them.
  default boolean contains(PhysAddr address) {
    var offset = address.bits() - start().start().bits();
    return offset >= 0 && offset < bytes();
  }

  /// Returns the frame that comes after `index` others.
  ///
  /// @throws IndexOutOfBoundsException if there are not so many
  default PhysFrame get(long index) {
    if (index < 0 || index >= count()) {
      throw new IndexOutOfBoundsException("frame %d of %d".formatted(index, count()));
    }
    return new PhysFrame(new PhysAddr(start().start().bits() + (index << size().shift())), size());
  }

  /// Returns the frames, ascending.
  @Override
  default Iterator<PhysFrame> iterator() {
    return new Sequence<>(count(), this::get).ascending();
  }

  /// Returns the frames, descending.
  default Iterable<PhysFrame> descending() {
    return () -> new Sequence<>(count(), this::get).descending();
  }
}
