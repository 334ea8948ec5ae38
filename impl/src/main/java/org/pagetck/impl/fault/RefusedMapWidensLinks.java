package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Only at level 2: higher up the test comes first.
@Faulty(
    id = "R14",
    sentence =
        "a map below a RESERVED entry of level 2 widens the links above before it is refused",
    origin = "made for the suite",
    blame = {Requirement.FAL_01, Requirement.FAL_05})
final class RefusedMapWidensLinks extends MapCore {
  RefusedMapWidensLinks(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    if (begin()
        && mayMap(page, size, frame, flags)
        && walk().to(page, size.leafLevel()) == SlotState.RESERVED
        && walk().level() == 2
        && size == PageSize.SIZE_4K) {
      widenLinks(page, linkFlags(flags));
    }
    return super.map(page, size, frame, flags, frames);
  }
}
