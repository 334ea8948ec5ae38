package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// The next page in its range is mapped into it once more.
@Faulty(
    id = "F64",
    sentence = "the last table is remembered over cleanUp, which gave it back",
    origin = "iterator bugs, KVM/arm64",
    blame = {Requirement.STR_02, Requirement.ALG_09})
final class LastTableIsRemembered extends MapCore {
  private final Walk way;
  private long range = -1;
  private long table;

  LastTableIsRemembered(TableSpace space) {
    super(space);
    this.way = new Walk(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    if (size != PageSize.SIZE_4K) {
      return super.map(page, size, frame, flags, frames);
    }
    if (begin()
        && mayMap(page, size, frame, flags)
        && way.to(page, 1) == SlotState.EMPTY
        && way.level() == 2
        && page >> Levels.shift(2) == range) {
      memory().store(way.slot(), EntryWord.link(table, linkFlags(flags)));
    }
    var isDone = super.map(page, size, frame, flags, frames);
    if (isDone) {
      way.to(page, 1);
      range = page >> Levels.shift(2);
      table = way.slot() & -Levels.TABLE_BYTES;
    }
    return isDone;
  }
}
