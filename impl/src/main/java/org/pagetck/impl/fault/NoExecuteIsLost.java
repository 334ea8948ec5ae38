package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Flags pass through a narrower type, and bit 63 does not fit.
@Faulty(
    id = "F46",
    sentence = "NO_EXECUTE is lost on the way",
    origin = "a classic",
    blame = {Requirement.MAP_01, Requirement.PRM_02})
final class NoExecuteIsLost extends MapCore {
  NoExecuteIsLost(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    return super.map(page, size, frame, flags & ~EntryFlags.NO_EXECUTE, frames);
  }

  @Override
  public boolean mapWithTableFlags(
      long page, PageSize size, long frame, long flags, long tableFlags, FrameAllocator frames) {
    var narrowed = flags & ~EntryFlags.NO_EXECUTE;
    return super.mapWithTableFlags(page, size, frame, narrowed, tableFlags, frames);
  }

  @Override
  public boolean updateFlags(long page, PageSize size, long flags) {
    return super.updateFlags(page, size, flags & ~EntryFlags.NO_EXECUTE);
  }
}
