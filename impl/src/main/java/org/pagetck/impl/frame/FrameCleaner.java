package org.pagetck.impl.frame;

import org.pagetck.model.mapper.PhysMemory;

/// Makes a frame that no table links hold zeros, for mappers that see a table only once it is
/// linked.
@FunctionalInterface
public interface FrameCleaner {
  /// Zeroes the frame at the physical address `frame`.
  void clean(long frame);

  /// Returns the cleaner that reaches frames in `memory`.
  static FrameCleaner in(PhysMemory memory) {
    return memory::zero;
  }
}
