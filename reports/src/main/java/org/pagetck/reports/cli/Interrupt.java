package org.pagetck.reports.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a command come to a good end when the process is asked to stop, by Ctrl-C or otherwise: it
/// is told, and the process waits until it has closed this.
final class Interrupt implements AutoCloseable {
  private static final long LIMIT_SECONDS = 20;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private Interrupt(Runnable stop) {
    this.hook =
        Thread.ofPlatform()
            .unstarted(() -> {
              stop.run();
              await();
            });
  }

  /// Calls `stop` if the process is asked to end before this is closed.
  static Interrupt calling(Runnable stop) {
    var interrupt = new Interrupt(stop);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  private void await() {
    try {
      if (!done.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(ExitStatus.FAILED);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending already; the hook has been waiting for this.
    }
  }
}
