package org.pagetck.properties.engine;

import java.util.BitSet;
import java.util.Optional;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.subject.Subject;

/// Checks single traces, for drivers that bring their own loop: test frameworks and fuzzers. Used
/// by one thread.
public final class TraceCheck implements AutoCloseable {
  private final TraceRunner runner;
  private final Tally tally = new Tally();

  /// Starts a copy of `subject`.
  public TraceCheck(Subject subject, Contracts contracts) {
    this.runner = new TraceRunner(subject, contracts);
  }

  /// Draws a trace from `seed` and runs it; gives the shrunk finding where it violates something.
  public Optional<Finding> check(long seed) {
    return runner
        .generate(seed, new BitSet(), tally)
        .flatMap(failure -> new Investigator(runner).investigate(failure, tally.steps(), 1));
  }

  /// Returns how often `requirement` was exercised so far.
  public long exercised(Requirement requirement) {
    return tally.exercised()[requirement.ordinal()];
  }

  /// Returns how many operations were judged so far.
  public long steps() {
    return tally.steps();
  }

  @Override
  public void close() {
    runner.close();
  }
}
