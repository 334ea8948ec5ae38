package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.policy.TableSweep;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// What is cached of the link leads into a frame that anybody may own by then.
@Faulty(
    id = "F29",
    sentence = "cleanUp gives a table back before it unlinks it, and never flushes",
    origin = "x86_64 crate, tgoskits #2009",
    blame = {Requirement.ORD_04, Requirement.TLB_04})
final class CleanUpFreesBeforeItUnlinks extends MapCore {
  private final TableSpace space;

  CleanUpFreesBeforeItUnlinks(TableSpace space) {
    super(space);
    this.space = space;
  }

  @Override
  public boolean cleanUp(long first, long last, FrameAllocator frames, FlushSink flushes) {
    if (!Levels.isCanonical(first, space.levels()) || !Levels.isCanonical(last, space.levels())) {
      return super.cleanUp(first, last, frames, flushes);
    }
    var sweep =
        new TableSweep(space) {
          @Override
          protected void remove(long slot, long table) {
            frames.deallocate(table);
            memory().store(slot, 0);
          }
        };
    sweep.sweep(first, last);
    return begin();
  }
}
