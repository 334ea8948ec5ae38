package org.pagetck.model.address;

import java.util.Optional;

/// A page: the aligned range of virtual addresses that one leaf of `size` translates.
///
/// @param start its first address, a multiple of the size
/// @param size its size
public record Page(VirtAddr start, PageSize size) {
  /// Checks the alignment.
  ///
  /// @throws IllegalArgumentException if `start` is no multiple of the size
  public Page {
    if (!size.isAligned(start.bits())) {
      throw new IllegalArgumentException("not aligned to %s: %s".formatted(size, start));
    }
  }

  /// Returns the page that starts at `bits`, or nothing where that is misaligned or not canonical
  /// for `levels`.
  public static Optional<Page> tryOf(long bits, PageSize size, int levels) {
    return size.isAligned(bits)
        ? VirtAddr.tryOf(bits, levels).map(start -> new Page(start, size))
        : Optional.empty();
  }

  /// Returns the page of `size` that contains `address`.
  public static Page containing(VirtAddr address, PageSize size) {
    return new Page(address.alignDown(size), size);
  }

  /// Returns the page that a walk with `levels` levels finds by `indices`, the root's first: one
  /// for each level down to that of the leaf, each 0 to 511.
  ///
  /// @throws IllegalArgumentException if there are more or fewer, or one is out of bounds
  public static Page ofIndices(PageSize size, int levels, int... indices) {
    if (indices.length != levels - size.leafLevel() + 1) {
      throw new IllegalArgumentException(
          "%d indices for a page of %s with %d levels".formatted(indices.length, size, levels));
    }
    var bits = 0L;
    for (var i = 0; i < indices.length; i++) {
      if (indices[i] < 0 || indices[i] >= Levels.ENTRY_COUNT) {
        throw new IllegalArgumentException("index not 0 to 511: " + indices[i]);
      }
      bits |= (long) indices[i] << Levels.shift(levels - i);
    }
    return new Page(VirtAddr.truncated(bits, levels), size);
  }

  /// Returns the index of its address into the table of `level`, 0 to 511.
  public int index(int level) {
    return start.index(level);
  }

  /// Returns the last address in it.
  public VirtAddr last() {
    return new VirtAddr(start.bits() + size.offsetMask());
  }

  /// Tells whether it contains `address`.
  public boolean contains(VirtAddr address) {
    return size.alignDown(address.bits()) == start.bits();
  }

  /// Returns the page `count` pages of this size further up, or nothing where that is not canonical
  /// for `levels` levels or past the end of the space. `count` is 0 or more.
  public Optional<Page> plus(long count, int levels) {
    return isPossible(count) ? sized(start.plus(count << size.shift(), levels)) : Optional.empty();
  }

  /// Returns the page `count` pages of this size further down, or nothing where that is not
  /// canonical for `levels` levels or below 0. `count` is 0 or more.
  public Optional<Page> minus(long count, int levels) {
    return isPossible(count) ? sized(start.minus(count << size.shift(), levels)) : Optional.empty();
  }

  /// Returns the page that comes `count` pages after this one, over the hole between the halves; or
  /// nothing where there are not so many.
  public Optional<Page> forward(long count, int levels) {
    return isPossible(count)
        ? sized(start.forward(count << size.shift(), levels))
        : Optional.empty();
  }

  /// Returns the page that comes `count` pages before this one, over the hole between the halves;
  /// or nothing where there are not so many.
  public Optional<Page> backward(long count, int levels) {
    return isPossible(count)
        ? sized(start.backward(count << size.shift(), levels))
        : Optional.empty();
  }

  private boolean isPossible(long count) {
    return count >>> (Long.SIZE - size.shift()) == 0;
  }

  private Optional<Page> sized(Optional<VirtAddr> address) {
    return address.map(it -> new Page(it, size));
  }

  @Override
  public String toString() {
    return size + " " + start;
  }
}
