package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Nothing is mapped there; a table is there all the same.
@Faulty(
    id = "F35",
    sentence =
        "a huge map replaces the link to an emptied table: the table leaks, its cached link lives"
            + " on",
    origin = "Linux arm64 ec28bb9c9b08, NrOS",
    blame = {Requirement.MAP_05, Requirement.ALC_02, Requirement.TLB_04},
    declares = "huge-over-empty-table = replaced\n")
final class HugeMapLosesTable extends MapCore {
  HugeMapLosesTable(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    if (!begin()
        || !mayMap(page, size, frame, flags)
        || walk().to(page, size.leafLevel()) != SlotState.LINK
        || !isEmpty(EntryWord.linkAddress(walk().word()))) {
      return super.map(page, size, frame, flags, frames);
    }
    widenLinks(page, linkFlags(flags));
    memory().store(walk().slot(), EntryWord.leaf(size.leafLevel(), frame, flags));
    return done(Owed.NOTHING);
  }

  private boolean isEmpty(long table) {
    for (var index = 0L; index < Levels.ENTRY_COUNT; index++) {
      if (memory().load(table + index * Levels.ENTRY_BYTES) != 0) {
        return false;
      }
    }
    return true;
  }
}
