package org.pagetck.impl.fault;

import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.policy.TableSweep;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// One past the last address there is none.
@Faulty(
    id = "F31",
    sentence = "the end of the last subtree wraps to 0, so that cleanUp skips it",
    origin = "x86_64 crate, issue 264",
    blame = {Requirement.ROB_04, Requirement.CLN_01})
final class CleanUpSkipsLastSubtree extends SweepingCleanUp {
  CleanUpSkipsLastSubtree(TableSpace space) {
    super(space);
  }

  @Override
  TableSweep sweep(FrameAllocator frames, FlushSink flushes) {
    return new Unlinking(frames, flushes) {
      @Override
      protected boolean mayGo(long begin, long end) {
        return Levels.signExtend(end, space().levels()) + 1 != 0 && super.mayGo(begin, end);
      }
    };
  }
}
