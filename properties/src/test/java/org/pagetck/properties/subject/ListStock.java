package org.pagetck.properties.subject;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Frames in a row; those given back are handed out first.
public final class ListStock implements FrameStock {
  private final Deque<Long> frames = new ArrayDeque<>();
  private final List<Long> taken = new ArrayList<>();
  private final List<Long> givenBack = new ArrayList<>();

  /// Creates it with `count` frames from `first` on.
  public ListStock(long first, int count) {
    for (var index = 0; index < count; index++) {
      frames.add(first + 0x1000L * index);
    }
  }

  @Override
  public int available() {
    return Math.min(frames.size(), WINDOW);
  }

  @Override
  public long peek(int index) {
    return frames.stream().skip(index).findFirst().orElseThrow();
  }

  @Override
  public long take() {
    if (frames.isEmpty()) {
      throw new IllegalStateException("no frame is left");
    }
    taken.add(frames.getFirst());
    return frames.removeFirst();
  }

  @Override
  public void giveBack(long frame) {
    givenBack.add(frame);
    frames.addFirst(frame);
  }

  /// Returns all frames that were taken, in order.
  public List<Long> taken() {
    return List.copyOf(taken);
  }

  /// Returns all frames that were given back, in order.
  public List<Long> givenBack() {
    return List.copyOf(givenBack);
  }
}
