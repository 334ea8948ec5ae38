package org.pagetck.model.paging;

/// Reads the memory that a walk goes through.
@FunctionalInterface
public interface WordReader {
  /// Returns the little-endian 64-bit word at `physicalAddress`, a multiple of 8, or 0 where there
  /// is no memory: a walk that leaves the memory ends there as at an absent entry.
  long load(long physicalAddress);
}
