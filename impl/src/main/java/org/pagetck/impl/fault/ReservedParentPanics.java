package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// An entry that is in use is taken to be present, and the walk that finds out has widened already.
@Faulty(
    id = "F10",
    sentence = "a RESERVED entry above the page throws after the links above it were touched",
    origin = "x86_64 crate, issue 561",
    blame = {Requirement.MAP_03, Requirement.FAL_05})
final class ReservedParentPanics extends MapCore {
  ReservedParentPanics(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    if (mayMap(page, size, frame, flags)
        && walk().to(page, size.leafLevel()) == SlotState.RESERVED
        && walk().level() > size.leafLevel()) {
      widenLinks(page, flags);
      throw new IllegalStateException("an entry in use has no table");
    }
    return super.map(page, size, frame, flags, frames);
  }
}
