package org.pagetck.model.address;

import java.util.Optional;

/// A physical address below 2^52 (Intel SDM vol. 3, "Enumeration of Paging Features by CPUID": the
/// width is at most 52).
///
/// @param bits the address in bytes
public record PhysAddr(long bits) implements Comparable<PhysAddr> {
  /// The largest physical width there is, in bits.
  public static final int WIDTH_MAX = 52;

  /// The address 0.
  public static final PhysAddr NULL = new PhysAddr(0);

  /// Checks that the address is below 2^52.
  ///
  /// @throws IllegalArgumentException if it is not
  public PhysAddr {
    if (bits >>> WIDTH_MAX != 0) {
      throw new IllegalArgumentException("past the physical width: 0x%x".formatted(bits));
    }
  }

  /// Returns the address, or nothing where `bits` is 2^52 or more.
  public static Optional<PhysAddr> tryOf(long bits) {
    return bits >>> WIDTH_MAX == 0 ? Optional.of(new PhysAddr(bits)) : Optional.empty();
  }

  /// Returns the address whose low 52 bits are those of `bits`, whatever the others were.
  public static PhysAddr truncated(long bits) {
    return new PhysAddr(bits & ((1L << WIDTH_MAX) - 1));
  }

  /// Tells whether the address is 0.
  public boolean isNull() {
    return bits == 0;
  }

  /// Tells whether the address is a multiple of `size`.
  public boolean isAligned(PageSize size) {
    return size.isAligned(bits);
  }

  /// Returns the address rounded down to a multiple of `size`.
  public PhysAddr alignDown(PageSize size) {
    return new PhysAddr(size.alignDown(bits));
  }

  /// Returns the address rounded up to a multiple of `size`, or nothing where that is 2^52.
  public Optional<PhysAddr> alignUp(PageSize size) {
    return plus(-bits & size.offsetMask());
  }

  /// Returns the address `bytes` bytes further up, or nothing where that is 2^52 or more. `bytes`
  /// is unsigned.
  public Optional<PhysAddr> plus(long bytes) {
    return bytes >>> WIDTH_MAX == 0 ? tryOf(bits + bytes) : Optional.empty();
  }

  /// Returns the address `bytes` bytes further down, or nothing where that is below 0. `bytes` is
  /// unsigned.
  public Optional<PhysAddr> minus(long bytes) {
    return bytes >>> WIDTH_MAX == 0 ? tryOf(bits - bytes) : Optional.empty();
  }

  /// Returns how many bytes `other` lies above this address, negative where it lies below.
  public long distanceTo(PhysAddr other) {
    return other.bits - bits;
  }

  @Override
  public int compareTo(PhysAddr other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return "0x%x".formatted(bits);
  }
}
