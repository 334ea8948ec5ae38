package org.pagetck.impl.fault;

import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.policy.TableSweep;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// What is cached of the link leads into a frame that anybody may own by then.
@Faulty(
    id = "F29",
    sentence = "cleanUp gives a table back before it unlinks it, and never flushes",
    origin = "x86_64 crate, tgoskits #2009",
    blame = {Requirement.ORD_04, Requirement.TLB_04})
final class CleanUpFreesBeforeItUnlinks extends SweepingCleanUp {
  CleanUpFreesBeforeItUnlinks(TableSpace space) {
    super(space);
  }

  @Override
  TableSweep sweep(FrameAllocator frames, FlushSink flushes) {
    return new TableSweep(space()) {
      @Override
      protected void remove(long slot, long table) {
        frames.deallocate(table);
        memory().store(slot, 0);
      }
    };
  }
}
