package org.pagetck.model.mapper;

/// Takes 4 KiB frames of tables back.
@FunctionalInterface
public interface FrameDeallocator {
  /// Gives the frame at `frame` back.
  void deallocate(long frame);
}
