package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Only where the range ends inside the last 2 MiB of an empty table.
@Faulty(
    id = "R15",
    sentence = "the end of a clean-up range is rounded up to its page of 2 MiB",
    origin = "made for the suite",
    blame = {Requirement.CLN_01, Requirement.ALC_02})
final class CleanUpRoundsItsEndUp extends MapCore {
  CleanUpRoundsItsEndUp(TableSpace space) {
    super(space);
  }

  @Override
  public boolean cleanUp(long first, long last, FrameAllocator frames, FlushSink flushes) {
    return super.cleanUp(first, last | PageSize.SIZE_2M.offsetMask(), frames, flushes);
  }
}
