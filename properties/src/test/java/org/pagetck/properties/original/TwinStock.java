package org.pagetck.properties.original;

import java.util.function.LongConsumer;
import org.pagetck.model.address.Levels;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.subject.FrameStock;

/// The frames of one of two runs of a trace. Both hand out the same ones in the same order.
final class TwinStock implements FrameStock {
  private static final long FRAMES_OF_2_MIB = 512;

  private final Setup setup;
  private final long count;
  private final long stride;
  private int budget = TraceLine.Budget.ALL.frames();
  private int taken;

  TwinStock(Setup setup) {
    this.setup = setup;
    this.count = setup.memoryBytes() / Levels.TABLE_BYTES - 1 - SpaceRules.HOST_FRAME_COUNT;
    this.stride =
        switch (setup.order()) {
          case ASCENDING -> 1;
          case DESCENDING -> count - 1;
          case ALIGNED_2M -> coprime(FRAMES_OF_2_MIB);
          case SCATTERED -> coprime(Math.floorMod(setup.frameSeed(), count));
        };
  }

  private long coprime(long near) {
    var candidate = near + 1;
    while (greatestCommonDivisor(candidate, count) != 1) {
      candidate++;
    }
    return candidate;
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  void setBudget(int frames) {
    budget = frames;
  }

  /// Returns how many frames were taken.
  int taken() {
    return taken;
  }

  /// Gives the next `ahead` frames to `user`.
  void forNext(int ahead, LongConsumer user) {
    for (var index = 0; index < ahead; index++) {
      user.accept(peek(index));
    }
  }

  @Override
  public int available() {
    return Math.min(budget, WINDOW);
  }

  @Override
  public long peek(int index) {
    var number = 1 + (taken + index) * stride % count;
    return setup.memoryStart() + number * Levels.TABLE_BYTES;
  }

  @Override
  public long take() {
    if (budget == 0) {
      throw new IllegalStateException("no frame is left");
    }
    var frame = peek(0);
    taken++;
    budget -= budget == TraceLine.Budget.ALL.frames() ? 0 : 1;
    return frame;
  }

  @Override
  public void giveBack(long frame) {
    throw new IllegalStateException("the mappers of 2019 gave nothing back");
  }
}
