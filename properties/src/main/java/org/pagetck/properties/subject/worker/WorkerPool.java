package org.pagetck.properties.subject.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.pagetck.properties.subject.SubjectFailedException;

/// Workers for one subject, started ahead of need. Any number of threads may take them.
final class WorkerPool implements AutoCloseable {
  private static final int SPARE_COUNT = 1;
  private static final int SPARE_COUNT_AFTER_DEATH = 2;

  private final WorkerCommand command;
  private final Deque<WorkerProcess> spares = new ArrayDeque<>();
  private int spareCount = SPARE_COUNT;
  private boolean closed;

  WorkerPool(WorkerCommand command) {
    this.command = command;
  }

  /// Returns a worker that is ready, and has the next one started.
  ///
  /// @throws SubjectFailedException if the subject cannot be used
  WorkerProcess take() {
    var worker = readySpare().orElseGet(this::fresh);
    fill();
    return worker;
  }

  /// Returns the first spare that lives; what one died of that nobody used says nothing.
  private Optional<WorkerProcess> readySpare() {
    for (var spare = poll(); spare.isPresent(); spare = poll()) {
      try {
        spare.get().awaitReady();
        if (!spare.get().hasEnded()) {
          return spare;
        }
      } catch (SubjectFailedException _) {
        // A fresh one says the same if it was the subject's fault.
      }
      spare.get().close();
    }
    return Optional.empty();
  }

  private synchronized Optional<WorkerProcess> poll() {
    return Optional.ofNullable(spares.poll());
  }

  private WorkerProcess fresh() {
    var worker = WorkerProcess.start(command);
    try {
      worker.awaitReady();
      return worker;
    } catch (SubjectFailedException e) {
      worker.close();
      throw e;
    }
  }

  private synchronized void fill() {
    while (!closed && spares.size() < spareCount) {
      spares.add(WorkerProcess.start(command));
    }
  }

  /// Takes back a worker that opened nothing yet.
  synchronized void giveBack(WorkerProcess worker) {
    spares.addFirst(worker);
  }

  /// Ends a worker that failed, and has more of them ready from now on.
  void bury(WorkerProcess worker) {
    worker.close();
    synchronized (this) {
      spareCount = SPARE_COUNT_AFTER_DEATH;
    }
  }

  /// Ends all workers that nobody took.
  @Override
  public synchronized void close() {
    closed = true;
    spares.forEach(WorkerProcess::close);
    spares.clear();
  }
}
