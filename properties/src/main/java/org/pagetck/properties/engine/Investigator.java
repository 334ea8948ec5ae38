package org.pagetck.properties.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Minimality;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.shrink.FailureOracle;
import org.pagetck.properties.shrink.Fingerprint;
import org.pagetck.properties.shrink.ShrinkBudget;
import org.pagetck.properties.shrink.Shrinker;
import org.pagetck.properties.shrink.Shrunk;
import org.pagetck.properties.shrink.Trial;

/// Turns a failure into a finding: sees it again, shrinks it, names it, takes its evidence.
final class Investigator {
  /// For a subject that dies or hangs, and costs a fresh start for each run, and where the whole
  /// memory is compared.
  private static final ShrinkBudget COSTLY = new ShrinkBudget(400, Duration.ofSeconds(30), 100);

  private final TraceRunner runner;
  private final ShrinkBudget budget;

  Investigator(TraceRunner runner) {
    this(runner, ShrinkBudget.DEFAULT);
  }

  /// Creates one that shrinks within `budget`, but for what is costly.
  Investigator(TraceRunner runner, ShrinkBudget budget) {
    this.runner = runner;
    this.budget = budget;
  }

  /// What came of it: a finding, or nothing where the failure did not show again.
  Optional<Finding> investigate(Failure failure, long firstStep, long times) {
    if (failure.isCostly()) {
      runner.renew();
    }
    if (seen(failure.trace(), failure).like(failure).isPresent()) {
      return shrink(failure, failure.isCostly() ? COSTLY : budget, firstStep, times);
    }
    runner.setAudits(true);
    try {
      return seen(failure.trace(), failure).like(failure).isPresent()
          ? shrink(failure, COSTLY, firstStep, times)
          : Optional.empty();
    } finally {
      runner.setAudits(false);
    }
  }

  private Optional<Finding> shrink(Failure failure, ShrinkBudget cost, long firstStep, long times) {
    var shrunk = new Shrinker(new Alike(failure), cost).shrink(failure.trace());
    if (shrunk.isEmpty()) {
      return Optional.empty();
    }
    var trace = shrunk.get().trace();
    var plain = withoutPokes(trace);
    if (plain.isPresent()) {
      return investigate(plain.get(), firstStep, times);
    }
    if (failure.isCostly()) {
      return Optional.of(confirmed(shrunk.get(), failure, firstStep, times));
    }
    var last = seen(trace, failure).like(failure).orElse(failure);
    return Optional.of(finding(last, trace, shrunk.get().minimality(), firstStep, times));
  }

  /// What hung while it was shrunk may only have been slow. The finding is of what hangs for the
  /// whole limit on a fresh subject: the shrunk trace, or else the one that it came from.
  private Finding confirmed(Shrunk shrunk, Failure failure, long firstStep, long times) {
    runner.renew();
    var last = seen(shrunk.trace(), failure).like(failure);
    runner.renew();
    var unproven = Minimality.unproven(false);
    return last.map(it -> finding(it, shrunk.trace(), shrunk.minimality(), firstStep, times))
        .orElseGet(() -> finding(failure, failure.trace(), unproven, firstStep, times));
  }

  /// Returns the failure that `trace` shows without the arbitrary bytes in it, if it has any and
  /// there is one: then they are not what it takes.
  private Optional<Failure> withoutPokes(Trace trace) {
    var lines = trace.lines().stream().filter(line -> !(line instanceof TraceLine.Poke)).toList();
    return lines.size() == trace.lines().size() || lines.isEmpty()
        ? Optional.empty()
        : seen(trace.withLines(lines)).first();
  }

  /// What a run showed.
  ///
  /// @param violation what ended it, if anything did
  /// @param misses what should have been kept before, the first of each kind
  private record Seen(Optional<Failure> violation, List<Failure> misses) {
    /// Returns the failure of the kind of `failure`, if it was among them.
    Optional<Failure> like(Failure failure) {
      return all().filter(it -> it.signature().equals(failure.signature())).findFirst();
    }

    /// Returns the violation, or else the first miss.
    Optional<Failure> first() {
      return all().findFirst();
    }

    /// Tells whether one of them is of `requirement`.
    boolean accuses(Requirement requirement) {
      return all()
          .flatMap(failure -> failure.accusations().stream())
          .anyMatch(accusation -> accusation.requirement() == requirement);
    }

    private Stream<Failure> all() {
      return Stream.concat(violation.stream(), misses.stream());
    }
  }

  /// Runs `trace`, and what it is compared with where `failure` is that of a law.
  private Seen seen(Trace trace, Failure failure) {
    var seen = seen(trace);
    return failure.isOfLaw() && seen.violation().isEmpty()
        ? new Seen(
            runner.compare(trace, Optional.of(failure.primary().requirement())), seen.misses())
        : seen;
  }

  private Seen seen(Trace trace) {
    var tally = Tally.withoutClasses();
    var violation = runner.replay(trace, tally, null);
    return new Seen(
        violation, tally.sightings().values().stream().map(Tally.Sighting::first).toList());
  }

  /// Recognises failures of the kind of one.
  private final class Alike implements FailureOracle {
    private final Failure failure;
    private final Expressible expressible;

    Alike(Failure failure) {
      this.failure = failure;
      this.expressible = runner.expressible(failure.trace());
    }

    @Override
    public Optional<Trace> failing(Trace trace) {
      return expressible.holds(trace) ? alike(trace) : Optional.empty();
    }

    private Optional<Trace> alike(Trace trace) {
      return seen(trace, failure).like(failure).map(Failure::trace);
    }

    @Override
    public Trial trial(Trace trace) {
      if (!expressible.holds(trace)) {
        return new Trial(Trial.Ending.HELD, trace);
      }
      var seen = seen(trace, failure);
      var alike = seen.like(failure);
      if (alike.isPresent()) {
        return new Trial(Trial.Ending.ALIKE, alike.get().trace());
      }
      var executed = seen.violation().map(Failure::trace).orElse(trace);
      if (seen.accuses(failure.primary().requirement())) {
        return new Trial(Trial.Ending.OTHERWISE, executed);
      }
      return new Trial(
          seen.violation().isPresent() ? Trial.Ending.ELSEWHERE : Trial.Ending.HELD, executed);
    }
  }

  Finding finding(Failure failure, Trace trace, Minimality minimality, long firstStep, long times) {
    var primary = failure.primary();
    var fingerprint = Fingerprint.of(primary.requirement().id(), failure.kind(), trace);
    return new Finding(
        fingerprint,
        failure.isMiss() ? Verdict.MISSED : Verdict.VIOLATED,
        primary.requirement(),
        also(failure, trace),
        Titles.of(failure),
        trace,
        minimality,
        firstStep,
        times,
        Recorder.record(runner, trace, Optional.of(failure)));
  }

  /// Returns what else is not kept: by the same step, and by the laws where they are put to the
  /// same calls.
  private List<Requirement> also(Failure failure, Trace trace) {
    return failure.isMiss() || failure.isCostly()
        ? failure.also()
        : Stream.concat(failure.also().stream(), runner.brokenLaws(trace).stream())
            .filter(it -> it != failure.primary().requirement())
            .distinct()
            .toList();
  }

  /// Runs `trace` once and says what became of it.
  Replay replay(Trace trace) {
    var seen = seen(trace);
    var failure =
        seen.violation().or(() -> runner.compare(trace, Optional.empty())).or(seen::first);
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
