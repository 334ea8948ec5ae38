package org.pagetck.reports.cli;

import org.pagetck.properties.engine.Progress;

/// Says in one line how far a check has come.
final class ProgressText {
  private static final int PERCENT = 100;

  private ProgressText() {}

  /// Returns the line, at most `columns` wide, without its end.
  ///
  /// @param ageSeconds how long ago it was `state`
  static String of(Progress.State state, double ageSeconds, int columns) {
    var rate = state.seconds() > 0 ? Math.round(state.steps() / state.seconds()) : 0;
    var left =
        state
            .secondsLeft()
            .map(it -> ", " + Numbers.clock(Math.max(0, it - ageSeconds)) + " left")
            .orElse("");
    var line =
        "%3d%% %s: %s traces, %s steps/s, %d/%d requirements exercised, %s%s"
            .formatted(
                Math.round(state.share() * PERCENT),
                state.activity(),
                Numbers.grouped(state.traces()),
                Numbers.grouped(rate),
                state.exercised(),
                state.applicable(),
                Numbers.counted(state.findings(), "finding"),
                left);
    return line.length() <= columns ? line : line.substring(0, columns);
  }
}
