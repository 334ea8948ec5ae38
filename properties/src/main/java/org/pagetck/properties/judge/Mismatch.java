package org.pagetck.properties.judge;

import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.space.Slot;
import org.pagetck.properties.observation.StepObservation;

/// A slot that does not hold what it owes.
///
/// @param at the physical address of the entry
/// @param level the level of its table
/// @param virtual an address that it covers
/// @param owed what it owes
/// @param word what it holds
/// @param onPath whether the operation may change it
record Mismatch(long at, int level, long virtual, Slot owed, long word, boolean onPath) {
  private static final long HARDWARE_SET = EntryFlags.ACCESSED | EntryFlags.DIRTY;

  /// Accuses what the slot breaks.
  void accuse(StepObservation seen, Verdicts verdicts) {
    var kind = seen.operation().kind().family().key();
    var rules = seen.before().rules();
    var state = rules.format().stateOf(level, word);
    var divergence = "%s: %s slot holds %s".formatted(kind, owed.state(), state);
    var owedWord =
        owed instanceof Slot.Link link
            ? "a link with flags " + new EntryFlags(link.flags())
            : "0x%x".formatted(owed.word(level, 0));
    var evidence =
        "entry 0x%x (level %d, for 0x%x) owes %s, holds 0x%x"
            .formatted(at, level, virtual, owedWord, word);
    if (MemoryJudge.isRefused(seen) && givenRefusalOrFailure(seen)) {
      verdicts.accuse(
          MemoryJudge.isWithoutFrame(seen) ? Requirement.FAL_02 : Requirement.FAL_01,
          divergence,
          evidence);
    }
    var was = seen.before().slotAt(level, virtual);
    if (!onPath) {
      verdicts.accuse(Requirement.FRM_02, divergence, evidence);
    }
    if (isOthers(seen, was, state)) {
      verdicts.accuse(Requirement.FRM_01, divergence, evidence);
    } else if (!MemoryJudge.isRefused(seen)
        && owed instanceof Slot.Link
        && state == SlotState.LINK) {
      verdicts.accuse(Requirement.STR_07, divergence, evidence);
    }
    var isWidening = owed instanceof Slot.Link && state == SlotState.LINK;
    var isItsOwn = onPath || seen.operation() instanceof Operation.CleanUp;
    if (!MemoryJudge.isRefused(seen) && isItsOwn && (!isWidening || isSetTableFlags(seen))) {
      verdicts.accuse(
          Owners.of(seen.operation().kind(), seen.step()).getFirst(), divergence, evidence);
    }
    if (owed instanceof Slot.Empty && state == SlotState.RESERVED) {
      verdicts.accuse(Requirement.STR_03, divergence, evidence);
    }
    if (seen.operation() instanceof Operation.CleanUp && isAtEnd(rules.levels())) {
      verdicts.accuse(Requirement.ROB_04, divergence, evidence);
    }
    if (losesWhatTheProcessorSet(was)) {
      verdicts.accuse(Requirement.FRM_05, divergence, evidence);
    }
  }

  /// Tells whether the table that hangs below the slot reaches an end of a half.
  private boolean isAtEnd(int levels) {
    return level > 1 && Ends.isEntryAtEnd(virtual, level, levels);
  }

  /// Tells whether ACCESSED or DIRTY stood in the slot, are owed still, and are gone.
  private boolean losesWhatTheProcessorSet(Slot was) {
    var kept = was.word(level, 0) & owed.word(level, 0) & HARDWARE_SET;
    return (word & EntryFlags.PRESENT) != 0 && (kept & ~word) != 0;
  }

  private static boolean isSetTableFlags(StepObservation seen) {
    return seen.operation() instanceof Operation.SetTableFlags;
  }

  private static boolean givenRefusalOrFailure(StepObservation seen) {
    return seen.hasFailed() || seen.given() instanceof Outcome.Refused;
  }

  /// Tells whether the slot was, or leads to, a mapping that is not the operation's own.
  private boolean isOthers(StepObservation seen, Slot was, SlotState state) {
    var own =
        seen.operation() instanceof Operation.OnPage call
            && level == call.size().leafLevel()
            && MemoryJudge.sameSlot(level, virtual, call.page());
    return switch (was) {
      case Slot.Leaf _ -> !own || MemoryJudge.isRefused(seen);
      case Slot.Link link -> state != SlotState.LINK && !link.table().isEmpty();
      case Slot.Empty _, Slot.Reserved _, Slot.Malformed _ -> !own && state == SlotState.LEAF;
    };
  }
}
