package org.pagetck.model.address;

import java.util.Optional;

/// A virtual address that is canonical for five levels: bits 63..56 are all equal (Intel SDM vol.
/// 1, "Canonical Addressing"). Whether it is canonical for four levels too, [#isCanonical] tells.
///
/// @param bits the address as the processor sees it; order is unsigned
public record VirtAddr(long bits) implements Comparable<VirtAddr> {
  /// Checks that the address is canonical.
  ///
  /// @throws IllegalArgumentException if it is not
  public VirtAddr {
    if (!Levels.isCanonical(bits, Levels.ROOT_MAX)) {
      throw new IllegalArgumentException("not canonical: 0x%x".formatted(bits));
    }
  }

  /// Returns the address, or nothing where `bits` is not canonical for `levels` levels.
  public static Optional<VirtAddr> tryOf(long bits, int levels) {
    return Levels.isCanonical(bits, levels) ? Optional.of(new VirtAddr(bits)) : Optional.empty();
  }

  /// Tells whether the address is canonical for `levels` levels, 4 or 5.
  public boolean isCanonical(int levels) {
    return Levels.isCanonical(bits, levels);
  }

  /// Returns the index into the table of `level`, 0 to 511.
  public int index(int level) {
    return Levels.index(bits, level);
  }

  /// Returns the address rounded down to a multiple of `size`.
  public VirtAddr alignDown(PageSize size) {
    return new VirtAddr(size.alignDown(bits));
  }

  @Override
  public int compareTo(VirtAddr other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return "0x%x".formatted(bits);
  }
}
