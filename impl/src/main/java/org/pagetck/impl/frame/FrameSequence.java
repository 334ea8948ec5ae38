package org.pagetck.impl.frame;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.trace.FrameOrder;

/// The frames of a range of memory in the order in which they are handed out.
final class FrameSequence {
  private final long first;
  private final int[] order;

  /// Puts the `frameCount` frames from the address `first` in `order`; `seed` decides where the
  /// order leaves a choice.
  FrameSequence(long first, int frameCount, FrameOrder order, long seed) {
    this.first = first;
    this.order =
        switch (order) {
          case ASCENDING -> IntStream.range(0, frameCount).toArray();
          case DESCENDING -> IntStream.range(0, frameCount).map(i -> frameCount - 1 - i).toArray();
          case SCATTERED -> shuffled(frameCount, seed);
          case ALIGNED_2M -> alignedFirst(shuffled(frameCount, seed));
        };
  }

  private static int[] shuffled(int frameCount, long seed) {
    var random = new SplittableRandom(seed);
    var indices = IntStream.range(0, frameCount).toArray();
    for (var i = frameCount - 1; i > 0; i--) {
      var other = random.nextInt(i + 1);
      var index = indices[i];
      indices[i] = indices[other];
      indices[other] = index;
    }
    return indices;
  }

  private int[] alignedFirst(int[] indices) {
    return IntStream.concat(
            IntStream.of(indices).filter(this::isAligned),
            IntStream.of(indices).filter(index -> !isAligned(index)))
        .toArray();
  }

  private boolean isAligned(int index) {
    return PageSize.SIZE_2M.isAligned(addressOf(index));
  }

  private long addressOf(int index) {
    return first + (long) index * Levels.TABLE_BYTES;
  }

  /// Returns the address of the frame that comes after `position` others.
  long frameAt(int position) {
    return addressOf(order[position]);
  }

  /// Returns the number of frames.
  int frameCount() {
    return order.length;
  }
}
