package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.space.Slot;
import org.pagetck.model.space.Step;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.properties.observation.StepObservation;

/// Judges answers against the model: the groups of answers and of bad input.
public final class AnswerJudge implements Judge {
  private final Answers answers;
  private final boolean hasBothLevels;

  /// Creates it for one contract.
  public AnswerJudge(Contract contract) {
    this.hasBothLevels = contract.levels().size() > 1;
    this.answers = new Answers(contract);
  }

  @Override
  public void judge(StepObservation seen, Verdicts verdicts) {
    var step = seen.step();
    var kind = seen.operation().kind();
    var owners = Owners.of(kind, step);
    for (var i = 0; i < owners.size(); i++) {
      verdicts.exercise(owners.get(i));
    }
    exerciseBadInput(seen, verdicts);
    if (hasBothLevels && seen.before().rules().levels() == Levels.ROOT_MAX) {
      verdicts.exercise(Requirement.ROB_07);
    }
    if (seen.given() instanceof Outcome.Failed failed) {
      accuseFailure(seen, failed, verdicts);
    } else if (!answers.agree(kind, step, seen.given())) {
      accuse(seen, verdicts);
    }
  }

  private static void exerciseBadInput(StepObservation seen, Verdicts verdicts) {
    var step = seen.step();
    if (step.isRefused()) {
      verdicts.exercise(Requirement.MAP_03);
    }
    switch (seen.operation()) {
      case Operation.AnyMap map -> {
        verdicts.exercise(Requirement.ROB_05);
        exerciseSame(seen, map, verdicts);
        exerciseEnds(seen, map.page(), map.page() + map.size().bytes(), verdicts);
      }
      case Operation.UpdateFlags update -> {
        verdicts.exercise(Requirement.ROB_05);
        exerciseEnds(seen, update.page(), update.page() + update.size().bytes(), verdicts);
      }
      case Operation.OnPage call ->
          exerciseEnds(seen, call.page(), call.page() + call.size().bytes(), verdicts);
      case Operation.Translate call ->
          exerciseEnds(seen, call.address(), call.address() + 1, verdicts);
      case Operation.SetTableFlags _ -> verdicts.exercise(Requirement.ROB_05);
      case Operation.CleanUp call -> exerciseEnds(seen, call.first(), call.last() + 1, verdicts);
    }
    switch (step.decidedBy()) {
      case MALFORMED -> verdicts.exercise(Requirement.ROB_06);
      case EMPTY, RESERVED, LINK, LEAF -> {}
    }
  }

  /// MAP-04 is exercised by mapping again with the same frame and flags, MAP-05 over an emptied
  /// table.
  private static void exerciseSame(StepObservation seen, Operation.AnyMap map, Verdicts verdicts) {
    var step = seen.step();
    if (step.decidedAt() != map.size().leafLevel()) {
      return;
    }
    switch (seen.before().slotAt(step.decidedAt(), map.page())) {
      case Slot.Leaf(long frame, long flags)
          when frame == map.frame() && flags == map.flags().bits() ->
          verdicts.exercise(Requirement.MAP_04);
      case Slot.Link link when link.table().isEmpty() -> verdicts.exercise(Requirement.MAP_05);
      case Slot.Leaf _, Slot.Link _, Slot.Empty _, Slot.Reserved _, Slot.Malformed _ -> {}
    }
  }

  /// ROB-04 is exercised where an operation touches an end of the space or of the hole in it.
  private static void exerciseEnds(StepObservation seen, long start, long end, Verdicts verdicts) {
    var halfBits = Levels.virtualBits(seen.before().rules().levels()) - 1;
    if (start << (Long.SIZE - halfBits) == 0 || end << (Long.SIZE - halfBits) == 0) {
      verdicts.exercise(Requirement.ROB_04);
    }
  }

  private void accuse(StepObservation seen, Verdicts verdicts) {
    var step = seen.step();
    var divergence = divergence(seen);
    var evidence =
        "owed %s, given %s"
            .formatted(OutcomeText.print(step.owed()), OutcomeText.print(seen.given()));
    if (step.free() == Step.Freedom.SHOULD) {
      verdicts.miss(Requirement.MAP_03, divergence, evidence);
      return;
    }
    if (step.owed() instanceof Outcome.Refused && seen.given() instanceof Outcome.Refused) {
      verdicts.accuse(Requirement.MAP_03, divergence, evidence);
    }
    for (var owner : Owners.of(seen.operation().kind(), step)) {
      verdicts.accuse(owner, divergence, evidence);
    }
    besides(seen, divergence, evidence, verdicts);
  }

  /// Accuses those who own what is peculiar to the call, whatever it owes: a canonical address that
  /// is refused, an empty table in the way, an end of the space.
  private static void besides(
      StepObservation seen, String divergence, String evidence, Verdicts verdicts) {
    if (seen.given() instanceof Outcome.Refused(Refusal reason)
        && reason == Refusal.NON_CANONICAL) {
      verdicts.accuse(Requirement.ROB_01, divergence, evidence);
    }
    if (seen.operation() instanceof Operation.AnyMap map
        && seen.step().decidedAt() == map.size().leafLevel()
        && seen.before().slotAt(seen.step().decidedAt(), map.page()) instanceof Slot.Link link
        && link.table().isEmpty()) {
      verdicts.accuse(Requirement.MAP_05, divergence, evidence);
    }
    if (Ends.isAtEnd(seen)) {
      verdicts.accuse(Requirement.ROB_04, divergence, evidence);
    }
  }

  private static void accuseFailure(
      StepObservation seen, Outcome.Failed failed, Verdicts verdicts) {
    var divergence = divergence(seen);
    var evidence =
        "owed %s, given %s".formatted(OutcomeText.print(seen.step().owed()), describe(failed));
    var budgeted =
        seen.step().owed() instanceof Outcome.Refused(Refusal reason) && reason == Refusal.NO_FRAME;
    verdicts.accuse(budgeted ? Requirement.FAL_03 : Requirement.ROB_06, divergence, evidence);
    for (var owner : Owners.of(seen.operation().kind(), seen.step())) {
      verdicts.accuse(owner, divergence, evidence);
    }
    if (seen.step().isRefused()) {
      verdicts.accuse(Requirement.MAP_03, divergence, evidence);
    }
    besides(seen, divergence, evidence, verdicts);
  }

  private static String describe(Outcome.Failed failed) {
    return switch (failed) {
      case Outcome.Panicked(String message) -> "panic " + message;
      case Outcome.Wild(String where) -> "wild " + where;
      case Outcome.Crashed(String how) -> "crash: " + how;
      case Outcome.Hung(long limitMillis) -> "no answer within %d ms".formatted(limitMillis);
      case Outcome.Garbled(String what) -> "an answer that is none: " + what;
    };
  }

  /// Returns what was owed and given without addresses: equal for equal defects. Which of several
  /// other reasons is given in the place of one that the arguments owe depends on what the space
  /// holds, and does not matter.
  private static String divergence(StepObservation seen) {
    var step = seen.step();
    var byArguments = step.decidedAt() == 0;
    var otherReason =
        byArguments
            && step.owed() instanceof Outcome.Refused
            && seen.given() instanceof Outcome.Refused;
    return "%s%s: owed %s, given %s"
        .formatted(
            seen.operation().kind().family().key(),
            manner(seen),
            word(step.owed()),
            otherReason ? "another reason" : word(seen.given()));
  }

  /// Returns what is peculiar to the flags that were passed, where it decides what is owed.
  private static String manner(StepObservation seen) {
    var invalid =
        seen.step().owed() instanceof Outcome.Refused(Refusal reason)
            && reason == Refusal.INVALID_FLAGS;
    return switch (seen.operation()) {
      case Operation.AnyMap map when invalid -> invalidity(map.flags());
      case Operation.UpdateFlags update when invalid -> invalidity(update.flags());
      case Operation.AnyMap map when !map.flags().has(EntryFlags.PRESENT) -> " without PRESENT";
      case Operation _ -> "";
    };
  }

  private static String invalidity(EntryFlags flags) {
    if (flags.has(EntryFlags.HUGE_PAGE)) {
      return " with HUGE_PAGE";
    }
    return flags.hasAny(EntryFlags.PRESENT) ? " with flags that no link has" : " with a word of 0";
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(Refusal reason) -> reason.name();
      case Outcome.Panicked _ -> "panic";
      case Outcome.Wild _ -> "wild";
      case Outcome.Crashed _ -> "crash";
      case Outcome.Hung _ -> "no answer";
      case Outcome.Garbled _ -> "garbled";
      case Outcome.Unsupported _ -> "unsupported";
      case Outcome.RemovedReserved _ -> "ok reserved";
      case Outcome.Done _, Outcome.Removed _, Outcome.Found _, Outcome.Translated _ -> "ok";
    };
  }
}
