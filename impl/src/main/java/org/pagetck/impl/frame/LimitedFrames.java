package org.pagetck.impl.frame;

import org.pagetck.model.mapper.FrameAllocator;

/// An allocator that refuses after a number of frames. Frames that are given back go to the source
/// and do not lift the limit.
public final class LimitedFrames implements FrameAllocator {
  private final FrameAllocator source;
  private int left;

  /// Creates it to hand out at most `frameCount` frames of `source`.
  ///
  /// @throws IllegalArgumentException if the count is negative
  public LimitedFrames(FrameAllocator source, int frameCount) {
    if (frameCount < 0) {
      throw new IllegalArgumentException("negative count: " + frameCount);
    }
    this.source = source;
    this.left = frameCount;
  }

  @Override
  public long allocate() {
    if (left == 0) {
      return NO_FRAME;
    }
    var frame = source.allocate();
    if (frame != NO_FRAME) {
      left--;
    }
    return frame;
  }

  @Override
  public void deallocate(long frame) {
    source.deallocate(frame);
  }
}
