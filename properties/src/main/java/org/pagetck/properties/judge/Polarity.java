package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.AllocationFailure;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.HugeOverEmptyTable;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.contract.OccupiedSlot;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Operation;
import org.pagetck.properties.observation.StepObservation;

/// Which way an entry may change in which operation (ORD-06).
final class Polarity {
  private final Timeline timeline;
  private final boolean replacesLeaves;
  private final boolean replacesTables;
  private final boolean rollsBack;
  private final boolean splitsLeaves;

  Polarity(Contract contract, Timeline timeline) {
    this.timeline = timeline;
    this.replacesLeaves = contract.occupiedSlot() == OccupiedSlot.REPLACED;
    this.replacesTables = contract.hugeOverEmptyTable() == HugeOverEmptyTable.REPLACED;
    this.splitsLeaves = contract.hugePart() == HugePart.SPLIT;
    this.rollsBack = contract.allocationFailure() == AllocationFailure.ROLLED_BACK;
  }

  /// Tells whether visible store `index` is one that the operation may make.
  boolean isKept(StepObservation seen, int index) {
    if (splitsLeaves && isOfSplit(seen, index)) {
      return true;
    }
    return switch (seen.operation()) {
      case Operation.AnyMap map -> appears(index) || widens(index) || replaces(seen, map, index);
      case Operation.UpdateFlags _ -> keepsAddress(index) || widens(index);
      case Operation.Unmap _, Operation.CleanUp _ ->
          isPresent(timeline.before(index)) && !isPresent(timeline.after(index));
      case Operation.Clear _ -> !isPresent(timeline.after(index));
      case Operation.SetTableFlags _ ->
          timeline.stateBefore(index) == SlotState.LINK && keepsTable(index);
      case Operation.TranslatePage _, Operation.Translate _ -> true;
    };
  }

  /// Tells whether visible store `index` may belong to the split of a larger page.
  private boolean isOfSplit(StepObservation seen, int index) {
    var level = seen.step().decidedAt();
    return seen.operation() instanceof Operation.OnPage call
        && seen.step().decidedBy() == SlotState.LEAF
        && level > call.size().leafLevel()
        && timeline.level(index) <= level
        && (timeline.base(index) ^ call.page()) >>> Levels.shift(level) == 0;
  }

  private static boolean isPresent(long word) {
    return (word & EntryFlags.PRESENT) != 0;
  }

  private boolean appears(int index) {
    return !isPresent(timeline.before(index));
  }

  /// A link of the same table that lost nothing.
  private boolean widens(int index) {
    return timeline.stateBefore(index) == SlotState.LINK
        && keepsTable(index)
        && (timeline.before(index) & ~timeline.after(index)) == 0;
  }

  private boolean keepsTable(int index) {
    return timeline.stateAfter(index) == SlotState.LINK
        && EntryWord.linkAddress(timeline.before(index))
            == EntryWord.linkAddress(timeline.after(index));
  }

  private boolean keepsAddress(int index) {
    var level = timeline.level(index);
    return timeline.stateBefore(index) != SlotState.LINK
        && EntryWord.leafAddress(level, timeline.before(index))
            == EntryWord.leafAddress(level, timeline.after(index));
  }

  private boolean replaces(StepObservation seen, Operation.AnyMap map, int index) {
    var atLeaf =
        timeline.level(index) == map.size().leafLevel() && timeline.covers(index, map.page());
    if (timeline.stateBefore(index) == SlotState.LINK) {
      var isOwnTable = seen.taken().contains(EntryWord.linkAddress(timeline.before(index)));
      return (replacesTables && atLeaf)
          || (rollsBack && isOwnTable && !isPresent(timeline.after(index)));
    }
    return replacesLeaves && atLeaf;
  }
}
