package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;

/// The smallest failing trace so far, and the attempts to replace it by a smaller one.
final class Search {
  private final FailureOracle oracle;
  private final ShrinkBudget budget;
  private final LongSupplier nanoTime;
  private final long start;
  private final Measuring measuring = new Measuring();
  private final Set<Long> tried = new HashSet<>();
  private Measure current;
  private Trace trace;
  private long runs;
  private boolean ended;

  /// Begins with `failing`, which fails at its last line.
  Search(FailureOracle oracle, ShrinkBudget budget, LongSupplier nanoTime, Trace failing) {
    this.oracle = oracle;
    this.budget = budget;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.trace = failing;
    this.current = measuring.of(failing);
    this.runs = 1;
  }

  Trace current() {
    return trace;
  }

  List<TraceLine> lines() {
    return trace.lines();
  }

  Setup setup() {
    return trace.setup();
  }

  long runs() {
    return runs;
  }

  /// Tells whether the budget ended before the search did.
  boolean hasEnded() {
    return ended;
  }

  /// Makes `candidate` the current trace, up to its failing line, if it is smaller and fails alike.
  /// Each is run once.
  boolean attempt(Trace candidate) {
    if (ended) {
      return false;
    }
    var measure = measuring.of(candidate, current, trace);
    if (measure.compareTo(current) >= 0 || !tried.add(measure.digest())) {
      return false;
    }
    if (runs >= budget.runsMax() || isTimeOver()) {
      ended = true;
      return false;
    }
    runs++;
    var failing = oracle.failing(candidate);
    failing.ifPresent(this::adopt);
    return failing.isPresent();
  }

  /// Runs `shorter`, which has fewer lines than the current trace, and makes it the current one if
  /// it fails alike.
  Trial explore(Trace shorter) {
    runs++;
    var trial = oracle.trial(shorter);
    if (trial.ending() == Trial.Ending.ALIKE) {
      adopt(trial.executed());
    }
    return trial;
  }

  /// Tells whether the time of the budget is over.
  boolean isTimeOver() {
    return nanoTime.getAsLong() - start > budget.timeMax().toNanos();
  }

  private void adopt(Trace failing) {
    current = measuring.of(failing, current, trace);
    trace = failing;
  }

  boolean attempt(List<TraceLine> lines) {
    return attempt(trace.withLines(lines));
  }

  /// Attempts the current lines with each one changed.
  boolean attemptAll(UnaryOperator<TraceLine> change) {
    return attempt(lines().stream().map(change).toList());
  }

  /// Attempts the current lines with those at `indices` changed.
  boolean attemptAt(List<Integer> indices, UnaryOperator<TraceLine> change) {
    var lines = new ArrayList<>(lines());
    for (var index : indices) {
      lines.set(index, change.apply(lines.get(index)));
    }
    return attempt(lines);
  }

  /// Attempts the current lines with the one at `index` replaced.
  boolean attemptAt(int index, TraceLine line) {
    var lines = new ArrayList<>(lines());
    lines.set(index, line);
    return attempt(lines);
  }

  /// Attempts the current lines without those from `from` to `to - 1`.
  boolean attemptWithout(int from, int to) {
    var lines = new ArrayList<>(lines());
    lines.subList(from, to).clear();
    return attempt(lines);
  }
}
