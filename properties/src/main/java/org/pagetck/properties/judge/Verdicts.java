package org.pagetck.properties.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.Strength;

/// What the judges say of the steps of one session: how often each requirement was exercised, and
/// who is accused.
public final class Verdicts {
  private final long[] exercised = new long[Requirement.all().size()];
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

  /// Accuses: a miss where the requirement is a should, else a violation.
  public void accuse(Requirement requirement, String divergence, String evidence) {
    var accusation = new Accusation(requirement, divergence, evidence);
    var list = requirement.strength() == Strength.SHOULD ? misses : violations;
    if (list.stream().noneMatch(other -> other.requirement() == requirement)) {
      list.add(accusation);
    }
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

  /// Adds the counts of this to `sums`, by ordinal, and sets them to 0.
  public void drainInto(long[] sums) {
    for (var i = 0; i < exercised.length; i++) {
      sums[i] += exercised[i];
      exercised[i] = 0;
    }
  }
}
