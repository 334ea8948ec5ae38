package org.pagetck.reports.cli;

import org.pagetck.properties.exhaust.Exhaustion;

/// Shows how far a search has come: one line that is written over again on a terminal, a line every
/// few seconds elsewhere.
final class ExhaustProgress implements Exhaustion.Watcher, AutoCloseable {
  private static final long LIVE_NANOS = 200_000_000;
  private static final long LOG_NANOS = 5_000_000_000L;
  private static final String ERASE = "\r\u001b[K";

  private final Output output;
  private final boolean live;
  private final long startNanos = System.nanoTime();
  private long shownNanos = startNanos;

  ExhaustProgress(Output output) {
    this.output = output;
    this.live = output.terminal().errIsTerminal();
  }

  @Override
  public void update(long states, long waiting, long transitions, int depth, int failures) {
    var now = System.nanoTime();
    if (now - shownNanos < (live ? LIVE_NANOS : LOG_NANOS)) {
      return;
    }
    shownNanos = now;
    var line =
        "%s states, %s waiting, %d moves deep, %s transitions, %s/s, %s"
            .formatted(
                Numbers.grouped(states),
                Numbers.grouped(waiting),
                depth,
                Numbers.grouped(transitions),
                Numbers.grouped(Math.round(transitions / ((now - startNanos) / 1e9))),
                Numbers.counted(failures, "kind") + " of failure");
    output.err().print(live ? ERASE + line : line + System.lineSeparator());
    output.err().flush();
  }

  /// Leaves no line behind on a terminal.
  @Override
  public void close() {
    if (live) {
      output.err().print(ERASE);
      output.err().flush();
    }
  }
}
