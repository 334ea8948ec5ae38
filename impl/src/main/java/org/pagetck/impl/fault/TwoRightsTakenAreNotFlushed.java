package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// Each alone is flushed.
@Faulty(
    id = "R17",
    sentence = "setTableFlags that takes WRITABLE and USER at once asks for no flush",
    origin = "made for the suite",
    blame = {Requirement.TLB_04, Requirement.TLB_01})
final class TwoRightsTakenAreNotFlushed extends MapCore {
  TwoRightsTakenAreNotFlushed(TableSpace space) {
    super(space);
  }

  @Override
  public boolean setTableFlags(long address, int level, long flags) {
    var both = EntryFlags.WRITABLE | EntryFlags.USER;
    var isDone = super.setTableFlags(address, level, flags);
    var takesBoth = isDone && (decidingWord() & ~flags & both) == both;
    return takesBoth ? done(Owed.NOTHING) : isDone;
  }
}
