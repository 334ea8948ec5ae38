package org.pagetck.properties.judge;

import java.util.Arrays;
import java.util.OptionalInt;
import org.pagetck.model.address.Levels;

/// Who may have filled the caches with a translation, and since when, in steps of the trace: its
/// lines, counted from 1.
///
/// The caches of the judges may hold whatever walks could have found. This says of one stale entry
/// which line of the trace made it possible, and which access certainly filled it.
final class Fills {
  private static final int ACCESS = 0;

  private final int rootLevel;
  private int step;
  private int[] steps = new int[64];
  private long[] addresses = new long[64];
  private int[] levels = new int[64];
  private int count;

  /// Creates it for tables of `rootLevel` levels, before the first line.
  Fills(int rootLevel) {
    this.rootLevel = rootLevel;
  }

  /// Forgets all: what follows is no part of the same trace.
  void forget() {
    count = 0;
  }

  /// Says that the next line of the trace begins.
  void nextStep() {
    step++;
  }

  /// Notes that a processor made an access to `address` in this step, which was allowed.
  void access(long address) {
    add(address, ACCESS);
  }

  /// Notes that the entry at `level` that covers `address` changed in this step.
  void change(int level, long address) {
    add(address, level);
  }

  private void add(long address, int level) {
    if (count == steps.length) {
      steps = Arrays.copyOf(steps, count * 2);
      addresses = Arrays.copyOf(addresses, count * 2);
      levels = Arrays.copyOf(levels, count * 2);
    }
    steps[count] = step;
    addresses[count] = address;
    levels[count] = level;
    count++;
  }

  /// Returns who filled the caches with what was found, before this step, of the page at `level`
  /// that holds `address`: a clause about it.
  String of(int level, long address) {
    var since = 0;
    var accessed = OptionalInt.empty();
    for (var i = count - 1; i >= 0 && since == 0; i--) {
      if (levels[i] == ACCESS && isWithin(address, addresses[i], level)) {
        accessed = OptionalInt.of(steps[i]);
      } else if (levels[i] != ACCESS
          && isWithin(address, addresses[i], Math.max(levels[i], level))) {
        since = steps[i];
      }
    }
    if (accessed.isPresent()) {
      return "cached by the access of step %d".formatted(accessed.getAsInt());
    }
    return since == 0
        ? "cached by any walk before this call"
        : "cached by any walk since step %d".formatted(since);
  }

  /// Tells whether both addresses lie below one entry of `level`.
  private boolean isWithin(long one, long other, int level) {
    return Levels.significant(one ^ other, rootLevel) >>> Levels.shift(level) == 0;
  }
}
