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

  @Override
  public String toString() {
    return size + " " + start;
  }
}
