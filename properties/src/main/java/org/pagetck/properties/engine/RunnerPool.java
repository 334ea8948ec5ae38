package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.subject.Subject;

/// The runners of a check, one for each job; started when first asked for.
final class RunnerPool implements AutoCloseable {
  private final Subject subject;
  private final Contracts contracts;
  private final MmuPanel panel;
  private final BlockingQueue<TraceRunner> idle;
  private final List<TraceRunner> all = new ArrayList<>();

  private final long traces;

  RunnerPool(Subject subject, Contracts contracts, CheckPlan plan, MmuPanel panel) {
    this.panel = panel;
    this.subject = subject;
    this.contracts = contracts;
    this.idle = new ArrayBlockingQueue<>(plan.jobs());
    this.traces = plan.traces();
  }

  TraceRunner take() {
    var runner = idle.poll();
    return runner == null ? start() : runner;
  }

  private synchronized TraceRunner start() {
    var runner = new TraceRunner(subject, contracts, panel);
    runner.expect(traces);
    all.add(runner);
    return runner;
  }

  void giveBack(TraceRunner runner) {
    idle.add(runner);
  }

  /// Tells whether the memory of a runner changed since the last such question in a way that no
  /// step showed. None may be running.
  synchronized boolean audit() {
    var unseen = false;
    for (var runner : all) {
      unseen |= runner.audit();
    }
    return unseen;
  }

  @Override
  public synchronized void close() {
    all.forEach(TraceRunner::close);
  }
}
