package org.pagetck.properties.subject.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Ends programs that do not read what is written to them, so that no write waits for ever. One
/// thread looks after all of them.
final class StuckWrites {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private static final Set<Program> WATCHED = ConcurrentHashMap.newKeySet();

  static {
    Thread.ofPlatform().daemon().name("pagetck-stuck-writes").start(StuckWrites::look);
  }

  private StuckWrites() {}

  static void watch(Program program) {
    WATCHED.add(program);
  }

  static void forget(Program program) {
    WATCHED.remove(program);
  }

  private static void look() {
    while (true) {
      LockSupport.parkNanos(INTERVAL_NANOS);
      for (var program : WATCHED) {
        if (program.isStuck(LIMIT_NANOS)) {
          program.destroy();
        }
      }
    }
  }
}
