package org.pagetck.impl.fault;

import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.policy.TableSweep;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Only with five levels, and only the tables of level 4.
@Faulty(
    id = "R12",
    sentence = "with five levels cleanUp never gives back what hangs below the root",
    origin = "made for the suite",
    blame = {Requirement.CLN_01, Requirement.ALC_02})
final class CleanUpKeepsTopTables extends SweepingCleanUp {
  CleanUpKeepsTopTables(TableSpace space) {
    super(space);
  }

  @Override
  TableSweep sweep(FrameAllocator frames, FlushSink flushes) {
    return new Unlinking(frames, flushes) {
      @Override
      protected boolean mayGo(long begin, long end) {
        return end - begin < Levels.entrySpan(5) - 1 && super.mayGo(begin, end);
      }
    };
  }
}
