package org.pagetck.properties.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.Strength;

/// What the judges say of the steps of one session: how often each requirement was exercised, and
/// who is accused.
public final class Verdicts {
  private final long[] exercised = new long[Requirement.all().size()];
  private final long[] tolerated = new long[Requirement.all().size()];
  private long flushesSaid;
  private long flushesUnsaid;
  private final List<Accusation> violations = new ArrayList<>();
  private final List<Accusation> misses = new ArrayList<>();

  /// Creates it without counts and accusations.
  public Verdicts() {}

  /// A requirement that a step did not keep.
  ///
  /// @param requirement which
  /// @param divergence the kind of divergence, without addresses: equal for equal defects
  /// @param evidence what was owed and what was there, with addresses
  public record Accusation(Requirement requirement, String divergence, String evidence) {}

  /// Counts one exercise of `requirement`.
  public void exercise(Requirement requirement) {
    exercised[requirement.ordinal()]++;
  }

  /// Counts one thing that `requirement` would call a miss if a policy did not allow it.
  public void tolerate(Requirement requirement) {
    tolerated[requirement.ordinal()]++;
  }

  /// Counts one step that says, or does not say, what is to be flushed.
  public void noteFlush(boolean isSaid) {
    if (isSaid) {
      flushesSaid++;
    } else {
      flushesUnsaid++;
    }
  }

  /// Accuses: a miss where the requirement is a should, else a violation.
  public void accuse(Requirement requirement, String divergence, String evidence) {
    var accusation = new Accusation(requirement, divergence, evidence);
    var list = requirement.strength() == Strength.SHOULD ? misses : violations;
    if (list.stream().noneMatch(other -> other.requirement() == requirement)) {
      list.add(accusation);
    }
  }

  /// Tells whether the last step violated `requirement`.
  boolean isAccused(Requirement requirement) {
    return violations.stream().anyMatch(it -> it.requirement() == requirement);
  }

  /// Notes that a must was not kept where the contract makes it a should.
  public void miss(Requirement requirement, String divergence, String evidence) {
    misses.add(new Accusation(requirement, divergence, evidence));
  }

  /// Forgets the accusations of the last step, not the counts.
  public void clearAccusations() {
    violations.clear();
    misses.clear();
  }

  /// Tells whether the last step violated anything.
  public boolean hasViolations() {
    return !violations.isEmpty();
  }

  /// Returns what the last step violated, in the order of accusation.
  public List<Accusation> violations() {
    return violations;
  }

  /// Returns the shoulds that the last step missed.
  public List<Accusation> misses() {
    return misses;
  }

  /// Returns what the last step violated, and the shoulds that it missed besides.
  public List<Accusation> all() {
    return Stream.concat(
            violations.stream(),
            misses.stream().filter(it -> it.requirement().strength() == Strength.SHOULD))
        .toList();
  }

  /// Returns how often `requirement` was exercised.
  public long exercised(Requirement requirement) {
    return exercised[requirement.ordinal()];
  }

  /// Takes counts over.
  public interface Sums {
    /// Adds counts of exercises and of what was tolerated, each by ordinal, and of steps that said
    /// and did not say what is to be flushed.
    void add(long[] exercised, long[] tolerated, long flushesSaid, long flushesUnsaid);
  }

  /// Adds the counts of this to `sums` and sets them to 0.
  public void drainInto(Sums sums) {
    sums.add(exercised, tolerated, flushesSaid, flushesUnsaid);
    Arrays.fill(exercised, 0);
    Arrays.fill(tolerated, 0);
    flushesSaid = 0;
    flushesUnsaid = 0;
  }
}
