package org.pagetck.impl.fault;

import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.policy.TableSweep;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Only at index 511, and only where nothing else is in the table.
@Faulty(
    id = "R01",
    sentence =
        "cleanUp looks at 511 entries: a table whose last entry alone is used is taken for empty",
    origin = "made for the suite",
    blame = {Requirement.CLN_01, Requirement.FRM_01})
final class CleanUpStopsBeforeLastEntry extends SweepingCleanUp {
  CleanUpStopsBeforeLastEntry(TableSpace space) {
    super(space);
  }

  @Override
  TableSweep sweep(FrameAllocator frames, FlushSink flushes) {
    return new Unlinking(frames, flushes) {
      @Override
      protected int lastIndex() {
        return Levels.ENTRY_COUNT - 2;
      }
    };
  }
}
