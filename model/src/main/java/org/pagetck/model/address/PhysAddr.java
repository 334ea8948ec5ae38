package org.pagetck.model.address;

import java.util.Optional;

/// A physical address below 2^52 (Intel SDM vol. 3, "Enumeration of Paging Features by CPUID": the
/// width is at most 52).
///
/// @param bits the address in bytes
public record PhysAddr(long bits) implements Comparable<PhysAddr> {
  /// The largest physical width there is, in bits.
  public static final int WIDTH_MAX = 52;

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

  @Override
  public int compareTo(PhysAddr other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return "0x%x".formatted(bits);
  }
}
