package org.pagetck.impl.fault;

import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.policy.TableSweep;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Tables of pages of 4 KiB are never looked at, and keep those above them from being empty.
@Faulty(
    id = "F26",
    sentence = "cleanUp starts one level too deep: the lowest tables leak",
    origin = "page_table_multiarch #22",
    blame = {Requirement.CLN_01, Requirement.ALC_02})
final class CleanUpSkipsLowestTables extends SweepingCleanUp {
  CleanUpSkipsLowestTables(TableSpace space) {
    super(space);
  }

  @Override
  TableSweep sweep(FrameAllocator frames, FlushSink flushes) {
    return new Unlinking(frames, flushes) {
      @Override
      protected boolean mayGo(long begin, long end) {
        return end - begin >= Levels.entrySpan(2) && super.mayGo(begin, end);
      }
    };
  }
}
