package org.pagetck.properties.engine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.subject.Subject;

/// Runs traces on a faulty mapper until one of them blames it for its reason: the smallest trace of
/// that kind of failure still violates, or misses, one of the requirements that it may be caught
/// by. Used by one thread.
///
/// What was shrunk once is known for all seeds: a kind of failure has one smallest trace.
public final class FaultHunt implements AutoCloseable {
  private final Set<Requirement> blame;
  private final TraceRunner runner;
  private final Map<String, Optional<Finding>> bySignature = new HashMap<>();

  /// Starts a copy of `subject`, which may be caught by `blame`.
  public FaultHunt(Subject subject, Contracts contracts, Set<Requirement> blame) {
    this.blame = Set.copyOf(blame);
    this.runner = new TraceRunner(subject, contracts, MmuPanel.none());
    runner.expect(CheckPlan.DEFAULT_TRACES);
  }

  /// A catch.
  ///
  /// @param traces how many traces it took, this one among them
  /// @param operations how many operations it took, the failing one among them
  /// @param finding what was found, shrunk
  public record Catch(long traces, long operations, Finding finding) {}

  /// Draws at most `tracesMax` traces from `seed`; returns the first that blames the mapper for its
  /// reason, or nothing.
  public Optional<Catch> hunt(long seed, long tracesMax) {
    var operations = 0L;
    for (var trace = 0L; trace < tracesMax; trace++) {
      var tally = Tally.withoutClasses();
      var violation = runner.generate(Seeds.mix(seed, trace), new BitSet(), tally);
      operations += tally.steps();
      var misses = tally.sightings().values().stream().map(Tally.Sighting::first);
      var found =
          Stream.concat(violation.stream(), misses)
              .filter(this::isBlamed)
              .flatMap(failure -> shrunk(failure).stream())
              .findFirst();
      if (found.isPresent()) {
        return Optional.of(new Catch(trace + 1, operations, found.get()));
      }
    }
    return Optional.empty();
  }

  private boolean isBlamed(Failure failure) {
    return failure.accusations().stream().anyMatch(it -> blame.contains(it.requirement()));
  }

  /// Returns the finding that `failure` comes to, where that is for the mapper's reason.
  private Optional<Finding> shrunk(Failure failure) {
    var known = bySignature.get(failure.signature());
    if (known != null) {
      return known;
    }
    var found = new Investigator(runner).investigate(failure, 0, 1).filter(this::isForItsReason);
    bySignature.put(failure.signature(), found);
    return found;
  }

  private boolean isForItsReason(Finding finding) {
    return Stream.concat(Stream.of(finding.requirement()), finding.also().stream())
        .anyMatch(blame::contains);
  }

  @Override
  public void close() {
    runner.close();
  }
}
