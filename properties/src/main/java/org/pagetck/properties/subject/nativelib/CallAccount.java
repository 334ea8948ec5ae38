package org.pagetck.properties.subject.nativelib;

import java.util.Optional;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.subject.FrameStock;

/// What the suite does on its side of [HostWords] around each call: it offers frames before, and
/// afterwards books what was taken, given back and logged.
public final class CallAccount {
  private final HostWords block;
  private final long[] taken = new long[FrameStock.WINDOW];
  private final boolean[] logged = new boolean[FrameStock.WINDOW];
  private int offered;

  /// Creates the account for `block`.
  public CallAccount(HostWords block) {
    this.block = block;
  }

  /// Offers the next frames of `stock` and starts an empty log.
  public void offer(FrameStock stock) {
    offered = Math.min(stock.available(), FrameStock.WINDOW);
    for (var index = 0; index < offered; index++) {
      block.setFrame(offered - 1 - index, stock.peek(index));
    }
    block.setFramesLeft(offered);
    block.setEventCount(0);
  }

  /// Books the call: what was taken leaves the stock, what was given back returns to it, and `log`
  /// gets the events in order. Frames that a mapper took without logging it stand first.
  ///
  /// @return what the interface does not allow, or nothing
  public Optional<String> settle(FrameStock stock, EventLog log) {
    var left = block.framesLeft();
    var eventCount = block.eventCount();
    if (left == offered && eventCount == 0) {
      return Optional.empty();
    }
    if (left < 0 || left > offered) {
      return Optional.of(
          "frames_left went from %d to %s".formatted(offered, Long.toUnsignedString(left)));
    }
    var fits = eventCount >= 0 && eventCount <= EventLog.EVENT_COUNT_MAX;
    if (!fits) {
      log.markOverflowed();
    }
    var stored = fits ? (int) eventCount : EventLog.EVENT_COUNT_MAX;
    var count = (int) (offered - left);
    for (var index = 0; index < count; index++) {
      taken[index] = stock.take();
      logged[index] = false;
    }
    var wrong = matchTakes(count, stored);
    for (var index = 0; index < count; index++) {
      if (!logged[index]) {
        log.add(EventLog.TAKE, taken[index], 0);
      }
    }
    return book(stored, stock, log).or(() -> wrong);
  }

  /// Finds for each take that was logged the frame that left the stock.
  private Optional<String> matchTakes(int count, int stored) {
    for (var event = 0; event < stored; event++) {
      if (block.eventKind(event) == EventLog.TAKE && !match(count, block.eventA(event))) {
        return Optional.of(
            "a take of 0x%x is logged that frames_left does not show"
                .formatted(block.eventA(event)));
      }
    }
    return Optional.empty();
  }

  private boolean match(int count, long frame) {
    for (var index = 0; index < count; index++) {
      if (!logged[index] && taken[index] == frame) {
        logged[index] = true;
        return true;
      }
    }
    return false;
  }

  private Optional<String> book(int stored, FrameStock stock, EventLog log) {
    for (var event = 0; event < stored; event++) {
      var kind = block.eventKind(event);
      if (kind < EventLog.TAKE || kind > EventLog.NARROW) {
        return Optional.of("event of kind " + Long.toUnsignedString(kind));
      }
      var a = block.eventA(event);
      if (kind == EventLog.GIVE_BACK) {
        stock.giveBack(a);
      }
      log.add((int) kind, a, block.eventB(event));
    }
    return Optional.empty();
  }
}
