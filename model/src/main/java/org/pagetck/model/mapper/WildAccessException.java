package org.pagetck.model.mapper;

/// A mapper reached for an address outside the memory that it was given, or misaligned.
public final class WildAccessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long address;

  /// Creates it for the physical `address`.
  public WildAccessException(long address) {
    super("access outside the memory: 0x%x".formatted(address));
    this.address = address;
  }

  /// Returns the physical address.
  public long address() {
    return address;
  }
}
