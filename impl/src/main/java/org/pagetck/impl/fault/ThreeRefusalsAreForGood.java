package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Only after three refusals, and only where a table is lacking.
@Faulty(
    id = "R02",
    sentence = "after three refusals for want of a frame no more frames are asked for",
    origin = "made for the suite",
    blame = {Requirement.FAL_03, Requirement.MAP_01, Requirement.ALC_01, Requirement.MAP_03})
final class ThreeRefusalsAreForGood extends MapCore {
  private static final int REFUSAL_COUNT_MAX = 3;

  private int refusals;

  ThreeRefusalsAreForGood(TableSpace space) {
    super(space);
  }

  @Override
  protected boolean outOfFrames(long gap, long page, int gapLevel, long linkFlags) {
    refusals++;
    return super.outOfFrames(gap, page, gapLevel, linkFlags);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    return super.map(
        page, size, frame, flags, refusals < REFUSAL_COUNT_MAX ? frames : new NoFrames());
  }

  private static final class NoFrames implements FrameAllocator {
    @Override
    public long allocate() {
      return NO_FRAME;
    }

    @Override
    public void deallocate(long frame) {}
  }
}
