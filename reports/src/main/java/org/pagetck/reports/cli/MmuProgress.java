package org.pagetck.reports.cli;

/// Shows how far the comparison with an MMU is: one line that is written over again on a terminal,
/// a line every few seconds elsewhere.
final class MmuProgress implements AutoCloseable {
  private static final long LIVE_NANOS = 200_000_000;
  private static final long LOG_NANOS = 5_000_000_000L;
  private static final String ERASE = "\r\u001b[K";
  private static final int PERCENT = 100;

  private final String name;
  private final long tables;
  private final Output output;
  private final boolean live;
  private final long startNanos = System.nanoTime();
  private long shownNanos = startNanos;

  /// Creates it for the MMU called `name`, which is asked about so many `tables`.
  MmuProgress(String name, long tables, Output output) {
    this.name = name;
    this.tables = tables;
    this.output = output;
    this.live = output.terminal().errIsTerminal();
  }

  /// Shows it, unless it was shown a moment ago.
  void show(long tableCount, long questions, long disagreements) {
    var now = System.nanoTime();
    if (now - shownNanos < (live ? LIVE_NANOS : LOG_NANOS)) {
      return;
    }
    shownNanos = now;
    var seconds = (now - startNanos) / 1e9;
    var line =
        "%3d%% %s: %s, %s/s, %s, %s left"
            .formatted(
                tableCount * PERCENT / tables,
                name,
                Numbers.counted(questions, "question"),
                Numbers.grouped(Math.round(questions / seconds)),
                Numbers.counted(disagreements, "disagreement"),
                Numbers.clock(seconds * (tables - tableCount) / tableCount));
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
