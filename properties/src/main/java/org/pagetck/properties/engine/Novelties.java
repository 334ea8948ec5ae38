package org.pagetck.properties.engine;

import java.util.BitSet;
import org.pagetck.model.verdict.Discovery;

/// Counts the traces that show a class of steps that had not occurred when that was last noted: at
/// the end of a round, once twice as many traces have been run as the time before.
final class Novelties {
  private BitSet known = new BitSet();
  private long notedAt;
  private long novelBefore;
  private Discovery last = Discovery.NONE;

  /// Returns the classes that had occurred when that was last noted.
  BitSet known() {
    return known;
  }

  /// Notes which classes have occurred, if it is time.
  void endRound(Tally total) {
    if (total.traces() >= 2 * notedAt) {
      last = current(total);
      known = total.occurring();
      notedAt = total.traces();
      novelBefore = total.novelTraces();
    }
  }

  private Discovery current(Tally total) {
    return new Discovery(notedAt, total.traces() - notedAt, total.novelTraces() - novelBefore);
  }

  /// Returns what was counted since the last time, or since the time before where that is more.
  Discovery discovery(Tally total) {
    var current = current(total);
    return current.traces() >= last.traces() ? current : last;
  }
}
