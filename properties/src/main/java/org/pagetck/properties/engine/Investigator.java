package org.pagetck.properties.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.shrink.Fingerprint;
import org.pagetck.properties.shrink.ShrinkBudget;
import org.pagetck.properties.shrink.Shrinker;
import org.pagetck.properties.shrink.Shrunk;

/// Turns a failure into a finding: sees it again, shrinks it, names it, takes its evidence.
final class Investigator {
  /// For a subject that dies or hangs, and costs a fresh start for each run, and where the whole
  /// memory is compared.
  private static final ShrinkBudget COSTLY = new ShrinkBudget(400, Duration.ofSeconds(30));

  private final TraceRunner runner;

  Investigator(TraceRunner runner) {
    this.runner = runner;
  }

  /// What came of it: a finding, or nothing where the failure did not show again.
  Optional<Finding> investigate(Failure failure, long firstStep, long times) {
    if (failure.isCostly()) {
      runner.renew();
    }
    if (Failure.alike(again(failure.trace(), failure), failure)) {
      var budget = failure.isCostly() ? COSTLY : ShrinkBudget.DEFAULT;
      return shrink(failure, budget, firstStep, times);
    }
    runner.setAudits(true);
    try {
      return Failure.alike(again(failure.trace(), failure), failure)
          ? shrink(failure, COSTLY, firstStep, times)
          : Optional.empty();
    } finally {
      runner.setAudits(false);
    }
  }

  private Optional<Finding> shrink(
      Failure failure, ShrinkBudget budget, long firstStep, long times) {
    var shrunk =
        new Shrinker(trace -> failing(trace, failure), budget)
            .shrink(failure.trace())
            .orElseThrow();
    var plain = withoutPokes(shrunk.trace());
    if (plain.isPresent()) {
      return investigate(plain.get(), firstStep, times);
    }
    if (failure.isCostly()) {
      return Optional.of(confirmed(shrunk, failure, firstStep, times));
    }
    var last = again(shrunk.trace(), failure).orElse(failure);
    return Optional.of(finding(last, shrunk.trace(), shrunk.certified(), firstStep, times));
  }

  /// What hung while it was shrunk may only have been slow. The finding is of what hangs for the
  /// whole limit on a fresh subject: the shrunk trace, or else the one that it came from.
  private Finding confirmed(Shrunk shrunk, Failure failure, long firstStep, long times) {
    runner.renew();
    var last = again(shrunk.trace(), failure).filter(it -> Failure.alike(Optional.of(it), failure));
    runner.renew();
    return last.map(it -> finding(it, shrunk.trace(), shrunk.certified(), firstStep, times))
        .orElseGet(() -> finding(failure, failure.trace(), false, firstStep, times));
  }

  /// Returns the failure that `trace` shows without the arbitrary bytes in it, if it has any and
  /// there is one: then they are not what it takes.
  private Optional<Failure> withoutPokes(Trace trace) {
    var lines = trace.lines().stream().filter(line -> !(line instanceof TraceLine.Poke)).toList();
    return lines.size() == trace.lines().size() || lines.isEmpty()
        ? Optional.empty()
        : again(trace.withLines(lines));
  }

  private Optional<Trace> failing(Trace trace, Failure failure) {
    return again(trace, failure)
        .filter(found -> Failure.alike(Optional.of(found), failure))
        .map(Failure::trace);
  }

  /// Runs `trace`; where several shoulds are missed, gives the one that `failure` names.
  private Optional<Failure> again(Trace trace, Failure failure) {
    if (!failure.isMiss()) {
      return again(trace);
    }
    var tally = Tally.withoutClasses();
    var violation = runner.replay(trace, tally, null);
    var missed = Optional.ofNullable(tally.sightings().get(failure.signature()));
    return missed.map(Tally.Sighting::first).or(() -> violation);
  }

  /// Runs `trace`; where only a should was missed, gives that.
  private Optional<Failure> again(Trace trace) {
    var tally = Tally.withoutClasses();
    var failure = runner.replay(trace, tally, null);
    if (failure.isPresent()) {
      return failure;
    }
    return tally.sightings().values().stream().map(Tally.Sighting::first).findFirst();
  }

  Finding finding(Failure failure, Trace trace, boolean certified, long firstStep, long times) {
    var primary = failure.primary();
    var fingerprint = Fingerprint.of(primary.requirement().id(), failure.kind(), trace);
    return new Finding(
        fingerprint,
        failure.isMiss() ? Verdict.MISSED : Verdict.VIOLATED,
        primary.requirement(),
        failure.also(),
        Titles.of(failure),
        trace,
        certified,
        firstStep,
        times,
        Recorder.record(runner, trace, Optional.of(failure)));
  }

  /// Runs `trace` once and says what became of it.
  Replay replay(Trace trace) {
    var failure = again(trace);
    var evidence = Recorder.record(runner, trace, failure);
    if (failure.isEmpty()) {
      return new Replay(Optional.empty(), List.of(), "", false, trace.lines().size(), "", evidence);
    }
    var found = failure.get();
    var fingerprint =
        Fingerprint.of(found.primary().requirement().id(), found.kind(), found.trace());
    return new Replay(
        Optional.of(found.primary().requirement()),
        found.also(),
        Titles.of(found),
        found.isMiss(),
        found.trace().lines().size() - 1,
        fingerprint,
        evidence);
  }
}
