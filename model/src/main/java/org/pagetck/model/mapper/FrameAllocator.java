package org.pagetck.model.mapper;

/// Hands out 4 KiB frames for tables. Frames hold arbitrary old bytes and come in any order.
public interface FrameAllocator extends FrameDeallocator {
  /// What [#allocate] returns when there is no frame to be had.
  long NO_FRAME = -1L;

  /// Returns the first byte of a frame that the caller owns from now on, or [#NO_FRAME].
  long allocate();
}
