package org.pagetck.impl.policy;

import org.pagetck.impl.core.Walk;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.GiveBack;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.PhysMemory;

/// Gives tables back that hold nothing any more: those above a leaf that went, and one that a huge
/// page took the place of.
class EmptiedTables {
  private final PolicyPlace place;
  private final Walk way;
  private final long[] unlinked = new long[Levels.ROOT_MAX];
  private int count;

  EmptiedTables(PolicyPlace place) {
    this.place = place;
    this.way = new Walk(place.space());
  }

  /// Unlinks, bottom-up, the tables above the slot at `level` for `page` that are empty; returns
  /// how many. [#giveBack] completes it.
  final int unlink(long page, int level) {
    count = 0;
    for (var above = level + 1; above <= place.space().levels(); above++) {
      if (place.isShared(page, above)
          || way.to(page, above) != SlotState.LINK
          || !isEmpty(EntryWord.linkAddress(way.word()))) {
        break;
      }
      unlinked[count++] = EntryWord.linkAddress(way.word());
      memory().store(way.slot(), 0);
    }
    return count;
  }

  /// Gives the unlinked tables back, after a flush of `bytes` bytes from `start` where that is not
  /// left to the caller. Returns whether it was flushed.
  boolean giveBack(long start, long bytes) {
    var flushes = place.contract().giveBack() == GiveBack.IMMEDIATE;
    if (flushes) {
      place.flushes().flush(start, bytes);
    }
    for (var i = 0; i < count; i++) {
      place.frames().deallocate(unlinked[i]);
    }
    return flushes;
  }

  /// Notes the table at `frame`, which is not linked any more, for [#giveBack].
  final void note(long frame) {
    unlinked[0] = frame;
    count = 1;
  }

  /// Tells whether each entry of the table at `table` is 0.
  final boolean isEmpty(long table) {
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      if (memory().load(table + (long) index * Levels.ENTRY_BYTES) != 0) {
        return false;
      }
    }
    return true;
  }

  private PhysMemory memory() {
    return place.space().memory();
  }
}
