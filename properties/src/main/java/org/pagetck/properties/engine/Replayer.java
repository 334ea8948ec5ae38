package org.pagetck.properties.engine;

import java.util.Optional;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Minimality;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.shrink.ShrinkBudget;
import org.pagetck.properties.subject.Subject;

/// Runs single traces on a subject: as they stand, or to make them smaller.
public final class Replayer implements AutoCloseable {
  private final TraceRunner runner;

  /// Starts a copy of `subject`.
  ///
  /// @throws org.pagetck.properties.subject.SubjectFailedException if it cannot be started
  public Replayer(Subject subject, Contracts contracts) {
    this(subject, contracts, MmuPanel.none());
  }

  /// Starts a copy of `subject`; findings on rights are put to the real MMUs of `panel`.
  ///
  /// @throws org.pagetck.properties.subject.SubjectFailedException if it cannot be started
  public Replayer(Subject subject, Contracts contracts, MmuPanel panel) {
    this.runner = new TraceRunner(subject, contracts, panel);
  }

  /// Runs `trace` as it stands, up to the first violation.
  public Replay replay(Trace trace) {
    return new Investigator(runner).replay(trace);
  }

  /// Makes `trace` smaller, keeping the kind of its failure; nothing where it does not fail.
  public Optional<Finding> shrink(Trace trace) {
    return shrink(trace, ShrinkBudget.DEFAULT);
  }

  /// Makes `trace` smaller within `budget`, keeping the kind of its failure; nothing where it does
  /// not fail.
  public Optional<Finding> shrink(Trace trace, ShrinkBudget budget) {
    var tally = Tally.withoutClasses();
    var failure =
        runner
            .replay(trace, tally, null)
            .or(() -> tally.sightings().values().stream().map(Tally.Sighting::first).findFirst());
    return failure.flatMap(found -> new Investigator(runner, budget).investigate(found, 0, 1));
  }

  /// Returns what `trace` shows as it stands, where its last line fails in the way that `signature`
  /// names. The finding is named by the fingerprint of the smallest trace that shows the same.
  public Optional<Finding> find(Trace trace, String signature, long times) {
    var tally = Tally.withoutClasses();
    return runner
        .replay(trace, tally, null)
        .filter(it -> it.signature().equals(signature))
        .or(() -> Optional.ofNullable(tally.sightings().get(signature)).map(Tally.Sighting::first))
        .flatMap(failure -> named(failure, times));
  }

  /// Returns what `trace` shows where the whole memory is compared after each of its lines.
  public Optional<Finding> findUnseen(Trace trace) {
    runner.setAudits(true);
    var failure = runner.replay(trace, Tally.withoutClasses(), null);
    runner.setAudits(false);
    return failure.flatMap(it -> named(it, 1));
  }

  private Optional<Finding> named(Failure failure, long times) {
    var investigator = new Investigator(runner);
    return investigator
        .investigate(failure, 0, times)
        .map(smallest ->
            investigator
                .finding(
                    failure, failure.trace(), Minimality.unproven(smallest.certified()), 0, times)
                .withFingerprint(smallest.fingerprint()));
  }

  @Override
  public void close() {
    runner.close();
  }
}
