package org.pagetck.properties.session;

import org.pagetck.model.address.Levels;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.FrameOrder;
import org.pagetck.model.trace.Setup;

/// The order in which the host of a trace hands out the frames that nobody had before: all of the
/// memory but the root, which is the first, and those that the host keeps, which are the last.
public final class FrameSequence {
  private static final int ALIGNED_FRAMES = 512;

  private final long start;
  private final int count;
  private final FrameOrder order;
  private final long first;
  private final long stride;

  private FrameSequence(long start, int count, FrameOrder order, long seed) {
    this.start = start;
    this.count = count;
    this.order = order;
    this.first = Math.floorMod(seed >>> 16, (long) count);
    this.stride = stride(seed, count);
  }

  /// Returns the sequence of a trace that starts from `setup`.
  public static FrameSequence of(Setup setup) {
    var count = (int) (setup.memoryBytes() / Levels.TABLE_BYTES) - 1 - SpaceRules.HOST_FRAME_COUNT;
    return new FrameSequence(setup.memoryStart(), count, setup.order(), setup.frameSeed());
  }

  /// Returns how many frames there are.
  public int count() {
    return count;
  }

  /// Returns the physical address of the frame at `position`, 0 to one less than [#count].
  public long at(int position) {
    var number =
        switch (order) {
          case ASCENDING -> 1 + position;
          case DESCENDING -> count - position;
          case SCATTERED -> 1 + (int) ((first + position * stride) % count);
          case ALIGNED_2M -> aligned(position);
        };
    return start + (long) number * Levels.TABLE_BYTES;
  }

  /// Returns a number without a common divisor with the number of frames.
  private static long stride(long seed, int count) {
    var candidate = 1 + Math.floorMod(seed, (long) count);
    while (greatestCommonDivisor(candidate, count) != 1) {
      candidate++;
    }
    return candidate;
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  /// Frames aligned to 2 MiB come first, ascending, then the others, ascending. Numbers count from
  /// the start of the memory, which may itself be unaligned.
  private int aligned(int position) {
    var startFrame = (int) (start / Levels.TABLE_BYTES % ALIGNED_FRAMES);
    var offset = Math.floorMod(-startFrame, ALIGNED_FRAMES);
    var firstAligned = offset == 0 ? ALIGNED_FRAMES : offset;
    var alignedCount = firstAligned > count ? 0 : 1 + (count - firstAligned) / ALIGNED_FRAMES;
    if (position < alignedCount) {
      return firstAligned + position * ALIGNED_FRAMES;
    }
    var rest = position - alignedCount;
    if (rest < firstAligned - 1) {
      return 1 + rest;
    }
    var beyond = rest - (firstAligned - 1);
    return firstAligned + 1 + beyond + beyond / (ALIGNED_FRAMES - 1);
  }
}
