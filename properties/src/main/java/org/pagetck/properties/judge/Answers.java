package org.pagetck.properties.judge;

import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.space.Step;

/// Compares an answer with the owed one, as far as the declaration lets them be compared.
final class Answers {
  private static final long HARDWARE_SET = EntryFlags.ACCESSED | EntryFlags.DIRTY;

  private final Contract contract;
  private final long comparedFlags;

  Answers(Contract contract) {
    this.contract = contract;
    // What a mapper has no words for when it is passed, it cannot answer when a processor set it.
    var unspoken = HARDWARE_SET & ~contract.flags().bits();
    this.comparedFlags = ~(EntryFlags.HUGE_PAGE | unspoken | contract.addsFlags().bits());
  }

  /// Tells whether `given` is what `step` owes an operation of `kind`.
  boolean agree(OperationKind kind, Step step, Outcome given) {
    var free = step.free() == Step.Freedom.CONTENTS;
    return switch (step.owed()) {
      case Outcome.Done _ -> given instanceof Outcome.Done;
      case Outcome.Removed(long frame, EntryFlags flags, _) ->
          given instanceof Outcome.Removed(long givenFrame, EntryFlags givenFlags, _)
              && (free || (frame == givenFrame && flagsAgree(kind, flags, givenFlags)));
      case Outcome.RemovedReserved(long word, _) ->
          given instanceof Outcome.RemovedReserved(long givenWord, _)
              && ((word ^ givenWord) & ~contract.addsFlags().bits()) == 0;
      case Outcome.Found(long frame, EntryFlags flags) ->
          given instanceof Outcome.Found(long givenFrame, EntryFlags givenFlags)
              && frame == givenFrame
              && flagsAgree(kind, flags, givenFlags);
      case Outcome.Translated owed ->
          given instanceof Outcome.Translated answer
              && owed.size() == answer.size()
              && owed.frame() == answer.frame()
              && owed.offset() == answer.offset()
              && flagsAgree(kind, owed.flags(), answer.flags());
      case Outcome.Refused(Refusal reason) ->
          given instanceof Outcome.Refused(Refusal givenReason)
              && reasonsAgree(kind, step, reason, givenReason);
      case Outcome.Unsupported _, Outcome.Failed _ -> throw new IllegalStateException("never owed");
    };
  }

  private boolean flagsAgree(OperationKind kind, EntryFlags owed, EntryFlags given) {
    return !contract.answersFlags(kind) || ((owed.bits() ^ given.bits()) & comparedFlags) == 0;
  }

  private boolean reasonsAgree(OperationKind kind, Step step, Refusal owed, Refusal given) {
    if (owed == given) {
      return true;
    }
    var vocabulary = contract.vocabulary();
    var merged = vocabulary.normalise(kind, given);
    if (vocabulary.normalise(kind, owed) == merged) {
      return true;
    }
    if (step.alternatives() == 0) {
      return false;
    }
    return Refusal.all().stream()
        .anyMatch(reason -> step.allows(reason) && vocabulary.normalise(kind, reason) == merged);
  }
}
