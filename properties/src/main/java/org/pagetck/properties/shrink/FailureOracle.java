package org.pagetck.properties.shrink;

import java.util.OptionalInt;
import org.pagetck.model.trace.Trace;

/// Tells whether a trace fails as the one that is being shrunk. Who implements it decides what
/// counts as the same failure.
@FunctionalInterface
public interface FailureOracle {
  /// Runs `trace` from its setup and returns the index of the line at which it fails alike, or
  /// nothing. The same trace has the same answer whenever it is asked.
  OptionalInt failingLine(Trace trace);
}
