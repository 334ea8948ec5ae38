package org.pagetck.impl.fault;

import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.policy.TableSweep;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Who took them is no longer asked.
@Faulty(
    id = "F28",
    sentence = "cleanUp unlinks tables and does not give them back",
    origin = "aarch64-paging",
    blame = Requirement.ALC_02)
final class CleanUpKeepsFrames extends SweepingCleanUp {
  CleanUpKeepsFrames(TableSpace space) {
    super(space);
  }

  @Override
  TableSweep sweep(FrameAllocator frames, FlushSink flushes) {
    return new TableSweep(space()) {
      @Override
      protected void remove(long slot, long table) {
        memory().store(slot, 0);
        flushes.flushAll();
      }
    };
  }
}
