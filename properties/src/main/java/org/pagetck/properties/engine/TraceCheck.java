package org.pagetck.properties.engine;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.verdict.Discovery;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.subject.Subject;

/// Checks single traces, for drivers that bring their own loop: test frameworks and fuzzers. Used
/// by one thread.
public final class TraceCheck implements AutoCloseable {
  private final Subject subject;
  private final Contracts contracts;
  private final Set<Requirement> only;
  private final TraceRunner runner;
  private final Tally tally = Tally.withoutClasses();
  private final long startNanos = System.nanoTime();

  /// Starts a copy of `subject`, which is judged by all requirements.
  public TraceCheck(Subject subject, Contracts contracts) {
    this(subject, contracts, Set.of());
  }

  /// Starts a copy of `subject`, which is judged by the requirements `only`.
  public TraceCheck(Subject subject, Contracts contracts, Set<Requirement> only) {
    this.subject = subject;
    this.contracts = contracts;
    this.only = Set.copyOf(only);
    this.runner = new TraceRunner(subject, contracts, only, MmuPanel.none());
  }

  /// Draws a trace from `seed` and runs it; gives the shrunk finding where it violates or misses
  /// something.
  public Optional<Finding> check(long seed) {
    var one = Tally.withoutClasses();
    var failure = runner.generate(seed, new BitSet(), one);
    return finding(failure, one);
  }

  /// Runs `trace`; gives the shrunk finding where it violates or misses something.
  public Optional<Finding> check(Trace trace) {
    var one = Tally.withoutClasses();
    one.beginTrace();
    var failure = runner.replay(trace, one, null);
    runner.verdicts().drainInto(one::addCounts);
    return finding(failure, one);
  }

  private Optional<Finding> finding(Optional<Failure> violation, Tally one) {
    var misses = tally.add(one).stream().map(Tally.Sighting::first);
    var found = violation.or(misses::findFirst);
    return found.flatMap(it -> new Investigator(runner).investigate(it, tally.steps(), 1));
  }

  /// Returns how often `requirement` was exercised so far.
  public long exercised(Requirement requirement) {
    return tally.exercised()[requirement.ordinal()];
  }

  /// Returns how many operations were judged so far.
  public long steps() {
    return tally.steps();
  }

  /// Returns what the traces so far amount to, of which `found` came to light in one that was drawn
  /// from `seed`.
  public RunResult result(long seed, List<Finding> found) {
    var traces = Math.max(1, tally.traces());
    var plan = CheckPlan.defaults(1).withTraces(traces).withSeed(seed).withOnly(only);
    var findings = new Findings(contracts.declaration().known(), plan.day());
    found.forEach(finding -> findings.add(finding.fingerprint(), finding));
    var seconds = (System.nanoTime() - startNanos) / 1e9;
    return new Results(subject, contracts, plan, tally, findings, MmuPanel.none())
        .result(Discovery.NONE, seconds);
  }

  @Override
  public void close() {
    runner.close();
  }
}
