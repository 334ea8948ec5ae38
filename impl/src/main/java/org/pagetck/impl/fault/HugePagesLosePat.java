package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// PAT has another place in a huge leaf, and nobody looked there.
@Faulty(
    id = "F69",
    sentence = "PAT is lost in leaves of 2 MiB",
    origin = "a classic",
    blame = {Requirement.PRM_04})
final class HugePagesLosePat extends MapCore {
  HugePagesLosePat(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    var kept = size == PageSize.SIZE_2M ? flags & ~EntryFlags.PAT : flags;
    return super.map(page, size, frame, kept, frames);
  }
}
