package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.operation.Operation;
import org.pagetck.properties.observation.StepObservation;

/// The ends of the space and of the hole in it at which arithmetic may wrap (ROB-04). Address 0 is
/// none: nothing wraps there, and shrinking leads there.
final class Ends {
  private Ends() {}

  /// Tells whether the call of `seen` names a page or an address at one, or fails over a range that
  /// goes across the hole.
  static boolean isAtEnd(StepObservation seen) {
    var levels = seen.before().rules().levels();
    return switch (seen.operation()) {
      case Operation.OnPage call -> isAtEnd(call.page(), call.page() + call.size().bytes(), levels);
      case Operation.Translate call -> isAtEnd(call.address(), call.address() + 1, levels);
      case Operation.SetTableFlags _ -> false;
      case Operation.CleanUp call -> seen.hasFailed() && call.first() >= 0 && call.last() < 0;
    };
  }

  /// Tells whether the entry of `level` for `address` covers the first or last address of a half.
  static boolean isEntryAtEnd(long address, int level, int levels) {
    var span = Levels.entrySpan(level);
    var start = address & -span;
    return isAtEnd(start, start + span, levels);
  }

  private static boolean isAtEnd(long start, long end, int levels) {
    var shift = Long.SIZE - (Levels.virtualBits(levels) - 1);
    return (start != 0 && start << shift == 0) || end << shift == 0;
  }
}
