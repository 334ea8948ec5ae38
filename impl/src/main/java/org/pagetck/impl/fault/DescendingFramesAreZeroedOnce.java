package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableChain;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Only where frames come in descending order.
@Faulty(
    id = "R09",
    sentence =
        "of two new tables that lie next to each other, the later one below, only the first is"
            + " zeroed",
    origin = "made for the suite",
    blame = {Requirement.STR_10, Requirement.ALC_05})
final class DescendingFramesAreZeroedOnce extends MapCore {
  DescendingFramesAreZeroedOnce(TableSpace space) {
    this(space, new Walk(space));
  }

  private DescendingFramesAreZeroedOnce(TableSpace space, Walk walk) {
    super(space, walk, new FaultyChain(space, walk));
  }

  private static final class FaultyChain extends TableChain {
    private long before;

    FaultyChain(TableSpace space, Walk walk) {
      super(space, walk);
    }

    @Override
    public boolean take(int wanted, FrameAllocator source) {
      before = 0;
      return super.take(wanted, source);
    }

    @Override
    protected void prepare(long frame) {
      if (frame + Levels.TABLE_BYTES != before) {
        super.prepare(frame);
      }
      before = frame;
    }
  }
}
