package org.pagetck.reports.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.pagetck.properties.engine.Progress;

/// Shows how a check is getting on: one line that is written over again on a terminal, a line every
/// few seconds elsewhere.
final class ProgressDisplay implements Progress, AutoCloseable {
  private static final long LIVE_MILLIS = 200;
  private static final long LOG_MILLIS = 5_000;
  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean live;
  private final int columns;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private volatile Optional<Seen> latest = Optional.empty();

  /// A state and when it was told.
  private record Seen(State state, long nanos) {
    double ageSeconds() {
      return (System.nanoTime() - nanos) / 1e9;
    }
  }

  private ProgressDisplay(PrintWriter out, boolean live, int columns) {
    this.out = out;
    this.live = live;
    this.columns = columns;
  }

  /// Starts to show on `out`, which is standard error.
  static ProgressDisplay start(PrintWriter out, Terminal terminal) {
    var display = new ProgressDisplay(out, terminal.errIsTerminal(), terminal.columns() - 1);
    var millis = display.live ? LIVE_MILLIS : LOG_MILLIS;
    var _ = display.clock.scheduleAtFixedRate(display::show, millis, millis, TimeUnit.MILLISECONDS);
    return display;
  }

  @Override
  public void update(State state) {
    latest = Optional.of(new Seen(state, System.nanoTime()));
  }

  private void show() {
    latest.ifPresent(seen -> {
      var line = ProgressText.of(seen.state(), seen.ageSeconds(), columns);
      if (live) {
        out.print(ERASE + line);
      } else {
        out.println(line);
      }
      out.flush();
    });
  }

  /// Shows nothing more, and leaves no line behind on a terminal.
  @Override
  public void close() {
    clock.shutdownNow();
    try {
      if (!clock.awaitTermination(LIVE_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (live) {
      out.print(ERASE);
      out.flush();
    }
  }
}
