package org.pagetck.model.address;

import java.util.Optional;

/// A frame: the aligned range of physical addresses that a page of `size` is mapped to.
///
/// @param start its first address, a multiple of the size
/// @param size its size
public record PhysFrame(PhysAddr start, PageSize size) {
  /// Checks the alignment.
  ///
  /// @throws IllegalArgumentException if `start` is no multiple of the size
  public PhysFrame {
    if (!size.isAligned(start.bits())) {
      throw new IllegalArgumentException("not aligned to %s: %s".formatted(size, start));
    }
  }

  /// Returns the frame that starts at `bits`, or nothing where that is misaligned or past 2^52.
  public static Optional<PhysFrame> tryOf(long bits, PageSize size) {
    return size.isAligned(bits)
        ? PhysAddr.tryOf(bits).map(start -> new PhysFrame(start, size))
        : Optional.empty();
  }

  /// Returns the frame of `size` that contains `address`.
  public static PhysFrame containing(PhysAddr address, PageSize size) {
    return new PhysFrame(new PhysAddr(size.alignDown(address.bits())), size);
  }

  /// Returns the last address in it.
  public PhysAddr last() {
    return new PhysAddr(start.bits() + size.offsetMask());
  }

  /// Tells whether it contains `address`.
  public boolean contains(PhysAddr address) {
    return size.alignDown(address.bits()) == start.bits();
  }

  /// Returns the frame `count` frames of this size further up, or nothing past 2^52. `count` is 0
  /// or more.
  public Optional<PhysFrame> plus(long count) {
    return isPossible(count) ? sized(start.plus(count << size.shift())) : Optional.empty();
  }

  /// Returns the frame `count` frames of this size further down, or nothing below 0. `count` is 0
  /// or more.
  public Optional<PhysFrame> minus(long count) {
    return isPossible(count) ? sized(start.minus(count << size.shift())) : Optional.empty();
  }

  private boolean isPossible(long count) {
    return count >>> (PhysAddr.WIDTH_MAX - size.shift()) == 0;
  }

  private Optional<PhysFrame> sized(Optional<PhysAddr> address) {
    return address.map(it -> new PhysFrame(it, size));
  }

  @Override
  public String toString() {
    return size + " " + start;
  }
}
