package org.pagetck.impl.table;

/// Says at which virtual address a mapper reaches a byte of physical memory.
@FunctionalInterface
public interface PhysToVirt {
  /// Returns the virtual address of the byte at `physical`. Bytes of one frame stay together.
  long toVirt(long physical);

  /// Returns the mapping that adds `offset`: all of physical memory seen at one place.
  static PhysToVirt offset(long offset) {
    return physical -> physical + offset;
  }
}
