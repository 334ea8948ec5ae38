package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.Slot;
import org.pagetck.model.space.Table;
import org.pagetck.properties.observation.StepObservation;

/// Judges the table bytes against the model: what an operation changes, and what it leaves alone.
///
/// Looks at the slots on the operation's path, those that are owed to be unlinked, and every word
/// that changed.
public final class MemoryJudge implements Judge {
  private final long linkMask;
  private final long leafMask;

  /// Creates it for one contract.
  public MemoryJudge(Contract contract) {
    this.linkMask = ~contract.linkAdds().bits();
    this.leafMask = ~contract.addsFlags().bits();
  }

  @Override
  public void judge(StepObservation seen, Verdicts verdicts) {
    exercise(seen, verdicts);
    if (isUntouched(seen)) {
      return;
    }
    switch (seen.operation()) {
      case Operation.TranslatePage _, Operation.Translate _ -> {}
      case Operation.OnPage call -> path(seen, call.page(), call.size().leafLevel(), verdicts);
      case Operation.SetTableFlags call -> {
        if (call.level() >= 1 && call.level() <= seen.before().rules().levels()) {
          path(seen, call.address(), call.level(), verdicts);
        }
      }
      case Operation.CleanUp _ -> {}
    }
    for (var unlinked : seen.step().unlinked()) {
      path(seen, unlinked.address(), unlinked.level(), verdicts);
    }
    for (var i = 0; i < seen.changes().count(); i++) {
      changed(seen, i, verdicts);
    }
  }

  /// Tells whether nothing was owed to change and nothing changed, on the call's path not even
  /// behind the log: then memory holds what it held when the model was last compared with it.
  @SuppressWarnings("ReferenceEquality") // a space that does not change stays the same
  private static boolean isUntouched(StepObservation seen) {
    return seen.changes().count() == 0
        && seen.owedSpace() == seen.before()
        && switch (seen.operation()) {
          case Operation.OnPage call -> isAsBefore(seen, call.page());
          case Operation.SetTableFlags call -> isAsBefore(seen, call.address());
          case Operation.Translate _, Operation.CleanUp _ -> true;
        };
  }

  /// Tells whether the entries on the path of `address` are those that the judges last saw.
  private static boolean isAsBefore(StepObservation seen, long address) {
    var bytes = seen.bytes();
    var rules = seen.before().rules();
    var frame = seen.tables().usedFrame(0);
    for (var level = rules.levels(); level >= 1; level--) {
      var at = frame + (long) Levels.index(address, level) * Levels.ENTRY_BYTES;
      var word = bytes.load(at);
      if (word != bytes.loadShadow(at)) {
        return false;
      }
      if (rules.format().stateOf(level, word) != SlotState.LINK) {
        return true;
      }
      frame = EntryWord.linkAddress(word);
    }
    return true;
  }

  private static void exercise(StepObservation seen, Verdicts verdicts) {
    verdicts.exercise(Requirement.FRM_01);
    verdicts.exercise(Requirement.FRM_02);
    verdicts.exercise(Requirement.FRM_03);
    if (isLookup(seen)) {
      verdicts.exercise(Requirement.TRN_04);
    } else if (!seen.step().isRefused()) {
      verdicts.exercise(Requirement.STR_03);
      verdicts.exercise(Requirement.STR_07);
      verdicts.exercise(Requirement.FRM_05);
    }
    if (isRefused(seen)) {
      verdicts.exercise(isWithoutFrame(seen) ? Requirement.FAL_02 : Requirement.FAL_01);
    }
  }

  private static boolean isLookup(StepObservation seen) {
    return seen.operation() instanceof Operation.Translate
        || seen.operation() instanceof Operation.TranslatePage;
  }

  /// Tells whether memory is to be judged as after a refusal.
  static boolean isRefused(StepObservation seen) {
    return seen.hasFailed() || seen.step().isRefused();
  }

  static boolean isWithoutFrame(StepObservation seen) {
    return !seen.hasFailed()
        && seen.step().owed() instanceof Outcome.Refused(Refusal reason)
        && reason == Refusal.NO_FRAME;
  }

  /// Compares the slots on the way down to the slot at `target` for `address`.
  private void path(StepObservation seen, long address, int target, Verdicts verdicts) {
    var owedSpace = seen.owedSpace();
    var rules = owedSpace.rules();
    var levels = rules.levels();
    if (!Levels.isCanonical(address, levels)) {
      return;
    }
    var bytes = seen.bytes();
    var frame = seen.tables().usedFrame(0);
    var table = owedSpace.root();
    for (var level = levels; level >= target; level--) {
      var index = Levels.index(address, level);
      var at = frame + (long) index * Levels.ENTRY_BYTES;
      var word = bytes.load(at);
      var owed = table.get(index);
      if (!matches(seen, owed, level, at, word)) {
        new Mismatch(at, level, address, owed, word, true).accuse(seen, verdicts);
        return;
      }
      if (!(owed instanceof Slot.Link link)) {
        return;
      }
      table = link.table();
      frame = EntryWord.linkAddress(word);
      if (table.size() > 1 && seen.taken().contains(frame)) {
        pieces(
            seen,
            new NewTable(frame, level - 1, Levels.index(address, level - 1)),
            table,
            verdicts);
      }
    }
  }

  /// A table that the step made of a larger page; `own` is the entry on the operation's path.
  private record NewTable(long frame, int level, int own) {}

  /// SPL-01: compares the entries of a new table that are not on the operation's path.
  private void pieces(StepObservation seen, NewTable made, Table owed, Verdicts verdicts) {
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      var at = made.frame() + (long) index * Levels.ENTRY_BYTES;
      var word = seen.bytes().load(at);
      var slot = owed.get(index);
      if (index != made.own() && !matches(seen, slot, made.level(), at, word)) {
        var divergence =
            "%s: a piece of the page that is split differs"
                .formatted(seen.operation().kind().family().key());
        var evidence =
            "entry 0x%x (piece %d, level %d) owes 0x%x, holds 0x%x"
                .formatted(at, index, made.level(), slot.word(made.level(), 0), word);
        verdicts.accuse(Requirement.SPL_01, divergence, evidence);
        verdicts.accuse(Requirement.FRM_01, divergence, evidence);
        return;
      }
    }
    verdicts.exercise(Requirement.SPL_01);
  }

  /// Tells whether `word` at `at` is what a slot at `level` owes.
  private boolean matches(StepObservation seen, Slot owed, int level, long at, long word) {
    return switch (owed) {
      case Slot.Link link -> {
        var different = (EntryWord.linkFlags(word) ^ link.flags()) & linkMask;
        var lost = different & link.flags();
        yield seen.before().rules().format().stateOf(level, word) == SlotState.LINK
            && lost == 0
            && (different & ~seen.step().optionalLinkFlags()) == 0
            && (link.hostFrame() == 0 || link.hostFrame() == EntryWord.linkAddress(word))
            && isOwnTable(seen, level, at, EntryWord.linkAddress(word));
      }
      case Slot.Leaf leaf -> ((word ^ leaf.word(level, 0)) & leafMask) == 0;
      case Slot.Empty _, Slot.Reserved _, Slot.Malformed _ -> word == owed.word(level, 0);
    };
  }

  /// Tells whether the table at `frame` may hang below the entry at `at`: the one that hung there
  /// before, or one of the frames just taken. The structure judge looks at the latter.
  private static boolean isOwnTable(StepObservation seen, int level, long at, long frame) {
    var tables = seen.tables();
    if (tables.levelAt(at) != level) {
      return true;
    }
    for (var i = 0; i < seen.changes().count(); i++) {
      if (seen.changes().address(i) == at) {
        var before = seen.changes().before(i);
        var wasLink = seen.before().rules().format().stateOf(level, before) == SlotState.LINK;
        return !wasLink || EntryWord.linkAddress(before) == frame;
      }
    }
    return true;
  }

  private void changed(StepObservation seen, int index, Verdicts verdicts) {
    var at = seen.changes().address(index);
    var word = seen.bytes().load(at);
    var before = seen.changes().before(index);
    var level = seen.tables().levelAt(at);
    if (level == 0) {
      verdicts.accuse(
          Requirement.FRM_03,
          "%s: a store outside the tables".formatted(seen.operation().kind().family().key()),
          "0x%x held 0x%x, now 0x%x, and is no table's".formatted(at, before, word));
      return;
    }
    if (isLookup(seen)) {
      verdicts.accuse(
          Requirement.TRN_04,
          "%s: a lookup stores".formatted(seen.operation().kind().family().key()),
          "0x%x held 0x%x, now 0x%x".formatted(at, before, word));
    }
    if (seen.isRecursiveEntry(at)) {
      recursiveEntry(seen, before, word, verdicts);
      return;
    }
    var rules = seen.before().rules();
    var virtual = Levels.signExtend(seen.tables().virtualOf(at), rules.levels());
    var owedSpace = seen.owedSpace();
    var owed = owedSpace.slotAt(level, virtual);
    var gone = !owedSpace.hasTableFor(level, virtual);
    if (!gone && !matches(seen, owed, level, at, word)) {
      new Mismatch(at, level, virtual, owed, word, isOnPath(seen, level, virtual))
          .accuse(seen, verdicts);
    }
  }

  /// The entry that leads back to its own table is none of any call's.
  private void recursiveEntry(StepObservation seen, long before, long word, Verdicts verdicts) {
    if (((before ^ word) & linkMask) != 0) {
      var divergence =
          "%s: the recursive entry changes".formatted(seen.operation().kind().family().key());
      var evidence = "it held 0x%x, now 0x%x".formatted(before, word);
      if (seen.operation() instanceof Operation.CleanUp) {
        verdicts.accuse(Requirement.CLN_01, divergence, evidence);
      }
      verdicts.accuse(Requirement.FRM_02, divergence, evidence);
    }
  }

  private static boolean isOnPath(StepObservation seen, int level, long virtual) {
    return switch (seen.operation()) {
      case Operation.OnPage call ->
          level >= call.size().leafLevel() && sameSlot(level, virtual, call.page());
      case Operation.SetTableFlags call ->
          level >= call.level() && sameSlot(level, virtual, call.address());
      case Operation.Translate _, Operation.CleanUp _ -> false;
    };
  }

  static boolean sameSlot(int level, long first, long second) {
    return (first ^ second) >>> Levels.shift(level) == 0;
  }

  /// Takes over what memory holds where the contract leaves a choice: flags of links that may have
  /// been widened, and flags that the mapper sets in a leaf by itself.
  public AddressSpace adopt(StepObservation seen) {
    var optional = seen.step().optionalLinkFlags();
    return (optional == 0 && leafMask == -1) || !(seen.operation() instanceof Operation.OnPage call)
        ? seen.owedSpace()
        : FoundFlags.adopt(seen, call, optional, ~leafMask);
  }
}
