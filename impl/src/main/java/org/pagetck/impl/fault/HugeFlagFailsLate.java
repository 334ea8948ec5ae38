package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// The test stands where the leaf is written, so that the way to it has been made before.
@Faulty(
    id = "F11",
    sentence =
        "HUGE_PAGE in the flags of a 4 KiB map is refused after up to three tables were linked",
    origin = "x86_64 crate",
    blame = {Requirement.UPD_03, Requirement.FAL_05})
final class HugeFlagFailsLate extends MapCore {
  HugeFlagFailsLate(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    var without = flags & ~EntryFlags.HUGE_PAGE;
    if (without == flags || size != PageSize.SIZE_4K || !mayMap(page, size, frame, without)) {
      return super.map(page, size, frame, flags, frames);
    }
    if (walk().to(page, 1) == SlotState.EMPTY && walk().level() > 1) {
      chain().take(walk().level() - 1, frames);
      chain().link(walk().slot(), page, walk().level(), linkFlags(flags));
    }
    return refuse(Refusal.INVALID_FLAGS);
  }
}
