package org.pagetck.impl.frame;

import java.util.BitSet;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.trace.FrameContents;
import org.pagetck.model.trace.FrameOrder;

/// A stock of 4 KiB frames in a memory. Frames that were given back are handed out first, the last
/// one first, and hold old bytes again.
public final class FramePool implements FrameAllocator {
  private final long start;
  private final FrameSequence sequence;
  private final OldBytes oldBytes;
  private final BitSet taken;
  private final int[] returned;
  private int returnedCount;
  private int nextPosition;

  /// Creates it over the `frameCount` frames of `memory` from the address `first`.
  ///
  /// @param order the order in which frames are handed out for the first time
  /// @param contents what they hold then
  /// @param seed decides where order and contents leave a choice
  /// @throws IllegalArgumentException if a frame is misaligned or outside the memory
  public FramePool(
      PhysMemory memory,
      long first,
      int frameCount,
      FrameOrder order,
      FrameContents contents,
      long seed) {
    var bytes = (long) frameCount * Levels.TABLE_BYTES;
    var offset = first - memory.start();
    if (frameCount < 0
        || first % Levels.TABLE_BYTES != 0
        || offset < 0
        || offset > memory.sizeBytes() - bytes) {
      throw new IllegalArgumentException(
          "not frames of the memory: %d from 0x%x".formatted(frameCount, first));
    }
    this.start = first;
    this.sequence = new FrameSequence(first, frameCount, order, seed);
    this.oldBytes = new OldBytes(memory, contents, seed);
    this.taken = new BitSet(frameCount);
    this.returned = new int[frameCount];
  }

  /// Creates it over all frames of `memory` but the first, which is left for a root, with old
  /// entries in them.
  public static FramePool over(PhysMemory memory, FrameOrder order) {
    var frameCount = (int) Math.min(memory.sizeBytes() / Levels.TABLE_BYTES, 1 << 28) - 1;
    return new FramePool(
        memory,
        memory.start() + Levels.TABLE_BYTES,
        frameCount,
        order,
        FrameContents.DIRTY,
        frameCount);
  }

  @Override
  public long allocate() {
    if (available() == 0) {
      return NO_FRAME;
    }
    var frame =
        returnedCount > 0
            ? start + (long) returned[--returnedCount] * Levels.TABLE_BYTES
            : sequence.frameAt(nextPosition++);
    taken.set(indexOf(frame));
    oldBytes.fill(frame);
    return frame;
  }

  /// Accepts a frame back.
  ///
  /// @throws IllegalArgumentException if the pool has not handed it out, or has it back already
  @Override
  public void deallocate(long frame) {
    if (!isTaken(frame)) {
      throw new IllegalArgumentException("not a frame in use: 0x%x".formatted(frame));
    }
    var index = indexOf(frame);
    taken.clear(index);
    returned[returnedCount++] = index;
  }

  private boolean isTaken(long frame) {
    var bytes = (long) sequence.frameCount() * Levels.TABLE_BYTES;
    return frame % Levels.TABLE_BYTES == 0
        && frame >= start
        && frame - start < bytes
        && taken.get(indexOf(frame));
  }

  private int indexOf(long frame) {
    return (int) ((frame - start) / Levels.TABLE_BYTES);
  }

  /// Returns how many frames are to be had.
  public int available() {
    return sequence.frameCount() - nextPosition + returnedCount;
  }

  /// Returns how many frames are in use.
  public int takenCount() {
    return taken.cardinality();
  }
}
