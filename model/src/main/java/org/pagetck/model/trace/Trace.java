package org.pagetck.model.trace;

import java.util.List;

/// Lines to be carried out in order, and the setup that they start from. [TraceText] has its
/// spelling.
///
/// @param setup the memory, its frames and what is declared
/// @param lines calls and host events
public record Trace(Setup setup, List<TraceLine> lines) {
  /// The most lines that a trace may have.
  public static final int LINES_MAX = 1_000_000;

  /// Copies the lines.
  ///
  /// @throws IllegalArgumentException if there are more than [#LINES_MAX]
  public Trace {
    lines = List.copyOf(lines);
    if (lines.size() > LINES_MAX) {
      throw new IllegalArgumentException(
          "more lines than %d: %d".formatted(LINES_MAX, lines.size()));
    }
  }

  /// Returns how many of the lines are calls.
  public int callCount() {
    return (int) lines.stream().filter(TraceLine.Call.class::isInstance).count();
  }

  /// Returns these lines from another setup.
  public Trace withSetup(Setup other) {
    return new Trace(other, lines);
  }

  /// Returns other lines from this setup.
  public Trace withLines(List<TraceLine> others) {
    return new Trace(setup, others);
  }
}
