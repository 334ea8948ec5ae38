package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.Slot;
import org.pagetck.model.space.Table;
import org.pagetck.properties.observation.LongBag;
import org.pagetck.properties.observation.StepObservation;

/// Draws the pages, other than its own, that a step could have harmed: one beside it in the lowest
/// table that it shares with any, and some below each link whose flags changed.
final class PageSamples {
  private static final int BELOW_LINK_MAX = 8;
  private static final int SLOT_COUNT_MAX = 64;

  private final LongBag pages = new LongBag();
  private int slotsLeft;

  /// Draws for the step in `seen`, whose page holds `address`.
  LongBag around(StepObservation seen, long address) {
    pages.clear();
    var changes = seen.changes();
    if (changes.count() == 0) {
      return pages;
    }
    var space = seen.owedSpace();
    beside(space, address);
    for (var i = 0; i < changes.count(); i++) {
      var at = changes.address(i);
      var level = seen.tables().levelAt(at);
      if (level > 1 && isLinkBothTimes(seen, level, changes.before(i), seen.bytes().load(at))) {
        below(space, level, seen.tables().virtualOf(at));
      }
    }
    return pages;
  }

  private static boolean isLinkBothTimes(StepObservation seen, int level, long before, long after) {
    var format = seen.before().rules().format();
    return format.stateOf(level, before) == SlotState.LINK
        && format.stateOf(level, after) == SlotState.LINK
        && EntryWord.linkAddress(before) == EntryWord.linkAddress(after);
  }

  /// Adds the next page after `address` in the lowest table on its path that holds another one.
  private void beside(AddressSpace space, long address) {
    for (var level = 1; level <= space.rules().levels(); level++) {
      if (space.hasTableFor(level, address)) {
        var base = Levels.significant(address, space.rules().levels());
        var table = tableOf(space, level, address);
        var start = base & -Levels.entrySpan(level + 1);
        var own = Levels.index(address, level);
        slotsLeft = SLOT_COUNT_MAX;
        if (collect(table, level, start, own + 1, Levels.ENTRY_COUNT, 1) > 0
            || collect(table, level, start, 0, own, 1) > 0) {
          return;
        }
      }
    }
  }

  private static Table tableOf(AddressSpace space, int level, long address) {
    return level == space.rules().levels()
            || !(space.slotAt(level + 1, address) instanceof Slot.Link link)
        ? space.root()
        : link.table();
  }

  private void below(AddressSpace space, int level, long base) {
    var address = Levels.signExtend(base, space.rules().levels());
    if (space.slotAt(level, address) instanceof Slot.Link link) {
      slotsLeft = SLOT_COUNT_MAX;
      collect(link.table(), level - 1, base, 0, Levels.ENTRY_COUNT, BELOW_LINK_MAX);
    }
  }

  /// Adds at most `max` pages of `table` at `level`, whose first address is `base`, from the
  /// entries `from` to below `to`; returns how many.
  private int collect(Table table, int level, long base, int from, int to, int max) {
    var count = 0;
    for (var index = table.firstOccupied(from);
        index >= 0 && index < to && count < max && slotsLeft > 0;
        index = table.firstOccupied(index + 1)) {
      slotsLeft--;
      var start = base + ((long) index << Levels.shift(level));
      switch (table.get(index)) {
        case Slot.Leaf _ -> {
          pages.add(start);
          count++;
        }
        case Slot.Link link ->
            count += collect(link.table(), level - 1, start, 0, Levels.ENTRY_COUNT, max - count);
        case Slot.Empty _, Slot.Reserved _, Slot.Malformed _ -> {}
      }
    }
    return count;
  }
}
