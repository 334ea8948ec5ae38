package org.pagetck.model.address;

import java.util.Optional;

/// A virtual address that is canonical for five levels: bits 63..56 are all equal (Intel SDM vol.
/// 1, "Canonical Addressing"). Whether it is canonical for four levels too, [#isCanonical] tells.
///
/// @param bits the address as the processor sees it; order is unsigned
public record VirtAddr(long bits) implements Comparable<VirtAddr> {
  /// The address 0.
  public static final VirtAddr NULL = new VirtAddr(0);

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

  /// Returns the address whose significant bits with `levels` levels are those of `bits`; the bits
  /// above repeat the highest of them, whatever they were.
  public static VirtAddr truncated(long bits, int levels) {
    return new VirtAddr(Levels.signExtend(bits, levels));
  }

  /// Tells whether the address is 0.
  public boolean isNull() {
    return bits == 0;
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

  /// Returns the address rounded up to a multiple of `size`, or nothing where that is not canonical
  /// for `levels` levels or is 2^64.
  public Optional<VirtAddr> alignUp(PageSize size, int levels) {
    return plus(-bits & size.offsetMask(), levels);
  }

  /// Tells whether the address is a multiple of `size`.
  public boolean isAligned(PageSize size) {
    return size.isAligned(bits);
  }

  /// Returns how far the address lies inside its page of 4 KiB, 0 to 4095.
  public int pageOffset() {
    return (int) (bits & PageSize.SIZE_4K.offsetMask());
  }

  /// Returns the address `bytes` bytes further up, or nothing where that is not canonical for
  /// `levels` levels or is 2^64 or more. `bytes` is unsigned.
  public Optional<VirtAddr> plus(long bytes, int levels) {
    var sum = bits + bytes;
    return Long.compareUnsigned(sum, bits) < 0 ? Optional.empty() : tryOf(sum, levels);
  }

  /// Returns the address `bytes` bytes further down, or nothing where that is not canonical for
  /// `levels` levels or below 0. `bytes` is unsigned.
  public Optional<VirtAddr> minus(long bytes, int levels) {
    return Long.compareUnsigned(bytes, bits) > 0 ? Optional.empty() : tryOf(bits - bytes, levels);
  }

  /// Returns the canonical address that has `count` canonical ones between this one, which counts,
  /// and itself: like [#plus], but over the hole between the halves. Nothing where there are not so
  /// many, or this address is not canonical for `levels` levels.
  public Optional<VirtAddr> forward(long count, int levels) {
    return moved(isWithin(count, levels), place(levels) + count, levels);
  }

  /// Returns the canonical address that comes `count` ones before this one, over the hole between
  /// the halves; nothing where there are not so many, or this address is not canonical for `levels`
  /// levels.
  public Optional<VirtAddr> backward(long count, int levels) {
    return moved(isWithin(count, levels), place(levels) - count, levels);
  }

  private static boolean isWithin(long count, int levels) {
    return count >= 0 && count < 1L << Levels.virtualBits(levels);
  }

  private Optional<VirtAddr> moved(boolean isPossible, long place, int levels) {
    return isPossible && isCanonical(levels) && isWithin(place, levels)
        ? Optional.of(truncated(place, levels))
        : Optional.empty();
  }

  private long place(int levels) {
    return Levels.significant(bits, levels);
  }

  /// Returns how many canonical addresses `other` comes after this one, negative where it comes
  /// before. Both must be canonical for `levels` levels.
  public long distanceTo(VirtAddr other, int levels) {
    return other.place(levels) - place(levels);
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
