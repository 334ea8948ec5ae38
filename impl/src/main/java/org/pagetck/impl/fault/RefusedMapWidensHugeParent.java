package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// The walk gives each entry on the way the rights of the new leaf, and only then finds that one of
/// them is a huge page.
@Faulty(
    id = "F06",
    sentence =
        "parent flags are widened before the test for HUGE_PAGE: a refused map makes a kernel huge page writable and user-accessible",
    origin = "x86_64 crate since 0.11",
    blame = {Requirement.FAL_01, Requirement.PRM_02})
final class RefusedMapWidensHugeParent extends MapCore {
  private static final long RIGHTS = EntryFlags.WRITABLE | EntryFlags.USER;

  RefusedMapWidensHugeParent(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    if (mayMap(page, size, frame, flags)
        && walk().to(page, size.leafLevel()) == SlotState.LEAF
        && walk().level() > size.leafLevel()) {
      memory().store(walk().slot(), walk().word() | (flags & RIGHTS));
    }
    return super.map(page, size, frame, flags, frames);
  }
}
