package org.pagetck.properties.session;

import java.util.Arrays;
import org.pagetck.model.address.Levels;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.LongBag;
import org.pagetck.properties.subject.FrameStock;

/// The frames of one trace: all of the memory but the root, which is the first, and those that the
/// host keeps, which are the last. Frames given back are made dirty again and handed out first.
final class Stock implements FrameStock {
  private final TableBytes bytes;
  private final int frameCount;
  private final int[] filledWith;
  private long[] returned = new long[64];
  private int returnedCount;
  private final LongBag waiting = new LongBag();
  private boolean quarantine;
  private int next;
  private int budget;
  private int backInCall;
  private FrameSequence sequence = FrameSequence.of(Setup.DEFAULT);
  private int dirtNumber;
  private long[] dirt = new long[0];

  Stock(TableBytes bytes) {
    this.bytes = bytes;
    this.frameCount = bytes.frameCount() - 1 - SpaceRules.HOST_FRAME_COUNT;
    this.filledWith = new int[bytes.frameCount()];
  }

  /// Starts a trace. `number` is different for different `contents`.
  void reset(Setup setup, Dirt contents, int number) {
    returnedCount = 0;
    waiting.clear();
    quarantine = false;
    next = 0;
    budget = TraceLine.Budget.ALL.frames();
    backInCall = 0;
    sequence = FrameSequence.of(setup);
    dirt = contents.words();
    dirtNumber = number;
  }

  /// Says that the frame at `frame` may hold anything.
  void forget(long frame) {
    filledWith[bytes.frameIndex(frame)] = 0;
  }

  void setBudget(int frames) {
    budget = frames;
  }

  boolean isBudgeted() {
    return budget != TraceLine.Budget.ALL.frames();
  }

  /// Says whether frames that are given back from now on wait, since the flushes owed for them do.
  /// If not, those that wait can be had again.
  void setQuarantine(boolean isOn) {
    quarantine = isOn;
    if (!isOn) {
      for (var i = 0; i < waiting.count(); i++) {
        addReturned(waiting.get(i));
      }
      waiting.clear();
    }
  }

  /// Appends what is in stock to `words`: how many frames were handed out for the first time, then
  /// those given back since, the next one last. Not to be asked while frames wait or are limited.
  void copyInto(LongBag words) {
    words.add(next);
    for (var i = 0; i < returnedCount; i++) {
      words.add(returned[i]);
    }
  }

  /// Makes the stock what [#copyInto] said of it, without a limit.
  void restore(LongBag words) {
    next = (int) words.get(0);
    returnedCount = 0;
    for (var i = 1; i < words.count(); i++) {
      addReturned(words.get(i));
    }
    waiting.clear();
    budget = TraceLine.Budget.ALL.frames();
    backInCall = 0;
  }

  void beginCall() {
    backInCall = 0;
  }

  /// Returns how many frames can be had by one call, without the bound of the window.
  int left() {
    var there = returnedCount + frameCount - next;
    return isBudgeted() ? Math.min(there, budget) : there;
  }

  @Override
  public int available() {
    return Math.min(left(), WINDOW);
  }

  @Override
  public long peek(int index) {
    var frame = frameAt(index);
    fill(frame);
    return frame;
  }

  private long frameAt(int index) {
    return index < returnedCount
        ? returned[returnedCount - 1 - index]
        : sequence.at(next + index - returnedCount);
  }

  private void fill(long frame) {
    var number = bytes.frameIndex(frame);
    if (filledWith[number] != dirtNumber) {
      filledWith[number] = dirtNumber;
      bytes.fillAsHost(frame, dirt);
    }
  }

  @Override
  public long take() {
    if (left() == 0) {
      throw new IllegalStateException("no frame is available");
    }
    var frame = frameAt(0);
    fill(frame);
    filledWith[bytes.frameIndex(frame)] = 0;
    if (returnedCount > 0) {
      returnedCount--;
    } else {
      next++;
    }
    if (isBudgeted()) {
      budget--;
      backInCall++;
    }
    return frame;
  }

  /// Books `count` takes that were not seen.
  void book(int count) {
    if (isBudgeted()) {
      budget = Math.max(0, budget - count);
    }
  }

  @Override
  public void giveBack(long frame) {
    if (!isOfStock(frame)) {
      return;
    }
    if (quarantine) {
      waiting.add(frame);
    } else {
      addReturned(frame);
    }
    if (isBudgeted() && backInCall > 0) {
      backInCall--;
      budget++;
    }
  }

  private void addReturned(long frame) {
    if (returnedCount == returned.length) {
      returned = Arrays.copyOf(returned, returnedCount * 2);
    }
    returned[returnedCount++] = frame;
  }

  private boolean isOfStock(long frame) {
    var number = bytes.frameIndex(frame);
    return number > 0 && number <= frameCount && (frame & (Levels.TABLE_BYTES - 1)) == 0;
  }
}
