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
  private Trace current;
  private Measure measure;
  private int runs;
  private boolean ended;

  /// Begins with `failing`, which fails at its last line.
  Search(FailureOracle oracle, ShrinkBudget budget, LongSupplier nanoTime, Trace failing) {
    this.oracle = oracle;
    this.budget = budget;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.current = failing;
    this.measure = measuring.of(current);
    this.runs = 1;
  }

  Trace current() {
    return current;
  }

  List<TraceLine> lines() {
    return current.lines();
  }

  Setup setup() {
    return current.setup();
  }

  int runs() {
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
    var candidateMeasure = measuring.of(candidate);
    if (candidateMeasure.compareTo(measure) >= 0 || !tried.add(candidateMeasure.digest())) {
      return false;
    }
    if (runs >= budget.runsMax() || nanoTime.getAsLong() - start > budget.timeMax().toNanos()) {
      ended = true;
      return false;
    }
    runs++;
    var failing = oracle.failing(candidate);
    failing.ifPresent(this::adopt);
    return failing.isPresent();
  }

  private void adopt(Trace failing) {
    current = failing;
    measure = measuring.of(failing);
  }

  boolean attempt(List<TraceLine> lines) {
    return attempt(current.withLines(lines));
  }

  /// Attempts the current lines with each one changed.
  boolean attemptAll(UnaryOperator<TraceLine> change) {
    return attempt(lines().stream().map(change).toList());
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
