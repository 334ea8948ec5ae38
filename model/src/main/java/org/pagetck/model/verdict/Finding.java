package org.pagetck.model.verdict;

import java.util.List;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Trace;

/// One defect: a requirement that was not kept, with the smallest trace found.
///
/// @param fingerprint names it: equal for the same defect found from another seed
/// @param verdict VIOLATED, MISSED or KNOWN
/// @param requirement the primary requirement
/// @param also the other requirements that the same step violates
/// @param title the defect in one sentence
/// @param trace the shrunk trace
/// @param minimality how small that trace is known to be
/// @param firstStep the number of the step, counted over all traces in order, that showed it first
/// @param times how many traces showed it
/// @param evidence what a report needs
public record Finding(
    String fingerprint,
    Verdict verdict,
    Requirement requirement,
    List<Requirement> also,
    String title,
    Trace trace,
    Minimality minimality,
    long firstStep,
    long times,
    Evidence evidence) {
  /// Copies the list.
  public Finding {
    also = List.copyOf(also);
  }

  /// Tells whether a last pass over every step of the shrinker found nothing smaller.
  public boolean certified() {
    return minimality.certified();
  }

  /// Returns this finding with another verdict.
  public Finding withVerdict(Verdict other) {
    return new Finding(
        fingerprint,
        other,
        requirement,
        also,
        title,
        trace,
        minimality,
        firstStep,
        times,
        evidence);
  }

  /// Returns this finding with another name.
  public Finding withFingerprint(String other) {
    return new Finding(
        other, verdict, requirement, also, title, trace, minimality, firstStep, times, evidence);
  }

  /// Returns this finding as shown by `count` traces.
  public Finding withTimes(long count) {
    return new Finding(
        fingerprint,
        verdict,
        requirement,
        also,
        title,
        trace,
        minimality,
        firstStep,
        count,
        evidence);
  }
}
