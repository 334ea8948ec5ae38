package org.pagetck.properties.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.RequirementGroup;
import org.pagetck.model.requirement.Strength;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.judge.Verdicts.Accusation;
import org.pagetck.properties.session.Session;

/// A trace whose last line makes judges accuse.
///
/// @param trace the lines that were executed, the failing one last
/// @param accusations what the judges say, the primary requirement first, then that it happened at
///   an end of the space or with five levels alone, shoulds last
/// @param isMiss whether only a should was not kept
/// @param situation the state of the slot that decided, in words
/// @param stepClass the class of the failing step
record Failure(
    Trace trace, List<Accusation> accusations, boolean isMiss, String situation, int stepClass) {
  private static final String LAW = "LAW";

  /// Requirements that say where something fails; what fails is said by others.
  private static final Set<Requirement> BESIDES = Set.of(Requirement.ROB_04, Requirement.ROB_07);

  Failure {
    accusations =
        accusations.stream()
            .sorted(
                Comparator.comparing(Failure::isShould)
                    .thenComparing(it -> BESIDES.contains(it.requirement()))
                    .thenComparing(Accusation::requirement, Requirement.primaryFirst()))
            .toList();
  }

  /// Returns the failure of a subject that ended by `failed` when all lines of `trace` had been
  /// executed.
  static Failure atEnd(Trace trace, Outcome.Failed failed) {
    var how =
        switch (failed) {
          case Outcome.Panicked _ -> "a panic";
          case Outcome.Wild _ -> "a wild address";
          case Outcome.Crashed _ -> "a crash";
          case Outcome.Hung _ -> "no answer";
          case Outcome.Garbled _ -> "a garbled answer";
        };
    var accusation =
        new Accusation(
            Requirement.ROB_06, "the trace ends in " + how, "given " + OutcomeText.print(failed));
    return new Failure(trace, List.of(accusation), false, "END", StepClass.COUNT);
  }

  /// Returns the failure of the calls of `trace` to keep a law: other runs were compared with them.
  static Failure ofLaw(Trace trace, Accusation accusation) {
    var isMiss = isShould(accusation);
    return new Failure(trace, List.of(accusation), isMiss, LAW, StepClass.COUNT);
  }

  /// Tells whether several runs were compared.
  boolean isOfLaw() {
    return situation.equals(LAW);
  }

  /// Returns what `accusations` of the last line of `trace` make of it, which `session` just
  /// executed.
  static Failure of(Session session, Trace trace, List<Accusation> accusations, boolean isMiss) {
    var step = session.seen().step();
    var situation = step.decidedAt() == 0 ? "ARGUMENTS" : step.decidedBy().name();
    var stepClass = StepClass.of(session.seen().operation(), step);
    return new Failure(trace, List.copyOf(accusations), isMiss, situation, stepClass);
  }

  private static boolean isShould(Accusation accusation) {
    return accusation.requirement().strength() == Strength.SHOULD;
  }

  /// Returns this failure as far as it says something of `requirements`, of all where they are
  /// empty; nothing where it says nothing of them.
  Optional<Failure> only(Set<Requirement> requirements) {
    if (requirements.isEmpty()) {
      return Optional.of(this);
    }
    var asked = accusations.stream().filter(it -> requirements.contains(it.requirement())).toList();
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(new Failure(trace, asked, isMiss, situation, stepClass));
  }

  /// Returns this failure with `others` for its accusations.
  Failure accusing(List<Accusation> others) {
    return new Failure(trace, others, isMiss, situation, stepClass);
  }

  Accusation primary() {
    return accusations.getFirst();
  }

  List<Requirement> also() {
    return accusations.stream().skip(1).map(Accusation::requirement).toList();
  }

  /// Returns the kind of divergence, as a fingerprint names it. For answers it matters what the
  /// slot held that decided; what was done to memory says for itself where it was done.
  String kind() {
    var group = primary().requirement().group();
    var ofAnswers = group == RequirementGroup.ANSWERS || group == RequirementGroup.ROBUSTNESS;
    return ofAnswers ? primary().divergence() + " / " + situation : primary().divergence();
  }

  /// Returns what stays the same while the trace is shrunk.
  String signature() {
    return "%s%s / %s".formatted(isMiss ? "missed " : "", primary().requirement().id(), kind());
  }

  /// Tells whether the subject has to be started anew to see it again.
  boolean isCostly() {
    var divergence = primary().divergence();
    return divergence.endsWith(" crash") || divergence.endsWith(" no answer");
  }

  /// Tells whether the log of the subject is wrong, so that nothing is known of the mapper.
  boolean isOfAdapter() {
    return accusations.stream().anyMatch(it -> it.requirement() == Requirement.LOG_01);
  }

  /// Tells whether arbitrary bytes were in memory, so that the model had no say.
  boolean isOverArbitraryBytes() {
    return trace.lines().stream().anyMatch(TraceLine.Poke.class::isInstance);
  }
}
