package org.pagetck.properties.shrink;

import java.util.Optional;
import org.pagetck.model.trace.Trace;

/// Tells whether a trace fails as the one that is being shrunk. Who implements it decides what
/// counts as the same failure.
@FunctionalInterface
public interface FailureOracle {
  /// Runs `trace` from its setup and returns the lines of it that were executed, the failing one
  /// last, or nothing where it does not fail alike. The same trace has the same answer whenever it
  /// is asked.
  Optional<Trace> failing(Trace trace);

  /// Runs `trace` as [#failing] does, and tells also where it failed in another way. One that knows
  /// of no other ways says that nothing failed.
  default Trial trial(Trace trace) {
    return failing(trace)
        .map(executed -> new Trial(Trial.Ending.ALIKE, executed))
        .orElseGet(() -> new Trial(Trial.Ending.HELD, trace));
  }
}
