package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// A guard or swap marker of a huge page becomes a mapping, because a map below it was refused.
@Faulty(
    id = "F07",
    sentence =
        "parent flags are added before the test for HUGE_PAGE: a refused map sets PRESENT on a RESERVED huge leaf",
    origin = "x86_64 crate since 0.11",
    blame = {Requirement.FAL_01})
final class RefusedMapRevivesReservedParent extends MapCore {
  private static final long LINK_FLAGS = EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER;

  RefusedMapRevivesReservedParent(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    if (super.map(page, size, frame, flags, frames)) {
      return true;
    }
    if (reason() == Refusal.PARENT_RESERVED && (walk().word() & EntryFlags.HUGE_PAGE) != 0) {
      memory().store(walk().slot(), walk().word() | (flags & LINK_FLAGS));
    }
    return false;
  }
}
