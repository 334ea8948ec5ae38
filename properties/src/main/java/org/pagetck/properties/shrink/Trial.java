package org.pagetck.properties.shrink;

import org.pagetck.model.trace.Trace;

/// What became of a trace that was run.
///
/// @param ending how it ended
/// @param executed the lines that were executed; where it failed, the failing one is the last
public record Trial(Ending ending, Trace executed) {
  /// How a trace can end.
  public enum Ending {
    /// Nothing failed.
    HELD,
    /// It failed as the trace that is being shrunk.
    ALIKE,
    /// It violates the same requirement, but in another way.
    OTHERWISE,
    /// It violates another requirement.
    ELSEWHERE
  }
}
