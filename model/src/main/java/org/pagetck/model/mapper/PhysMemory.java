package org.pagetck.model.mapper;

/// Physical memory in which tables lie. It does not start at 0. Entries are little-endian 64-bit
/// words.
///
/// Every access outside the memory, and every access that is not aligned to its width, throws
/// [WildAccessException].
public interface PhysMemory {
  /// Returns the physical address of the first byte.
  long start();

  /// Returns the length in bytes.
  long sizeBytes();

  /// Returns the word at `address`.
  long load(long address);

  /// Stores `value` at `address` by one aligned 8-byte store.
  void store(long address, long value);

  /// Stores the low `width` bytes of `value` at `address`; `width` is 1, 2, 4 or 8.
  void store(long address, long value, int width);

  /// Stores `value` at `address` if `expected` stands there, in one step; returns what stood there.
  long compareAndExchange(long address, long expected, long value);

  /// Zeroes the 512 entries of the frame at `frame`, one aligned store each.
  void zero(long frame);
}
