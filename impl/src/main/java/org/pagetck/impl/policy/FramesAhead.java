package org.pagetck.impl.policy;

import org.pagetck.model.contract.Allocation;
import org.pagetck.model.mapper.FrameAllocator;

/// The frames of one call: taken ahead for all levels below the root, or as they are needed, as the
/// allocation policy says.
final class FramesAhead implements FrameAllocator {
  private final boolean isAhead;
  private final FrameAllocator source;
  private final long[] frames;
  private int count;

  /// Creates it for tables of `levels` levels.
  FramesAhead(PolicyPlace place, int levels) {
    this.isAhead = place.contract().allocation() == Allocation.RESERVED;
    this.source = place.frames();
    this.frames = new long[levels - 1];
  }

  /// Takes frames for the worst case; returns whether all could be had. If not, none is kept.
  boolean reserve() {
    while (isAhead && count < frames.length) {
      var frame = source.allocate();
      if (frame == NO_FRAME) {
        release();
        return false;
      }
      frames[count++] = frame;
    }
    return true;
  }

  /// Gives back what is left.
  void release() {
    while (count > 0) {
      source.deallocate(frames[--count]);
    }
  }

  @Override
  public long allocate() {
    if (!isAhead) {
      return source.allocate();
    }
    return count > 0 ? frames[--count] : NO_FRAME;
  }

  @Override
  public void deallocate(long frame) {
    source.deallocate(frame);
  }
}
