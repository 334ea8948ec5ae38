package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableChain;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// Only with a budget of 1.
@Faulty(
    id = "R08",
    sentence = "where exactly one of several frames can be had it is lost",
    origin = "made for the suite",
    blame = {Requirement.FAL_04, Requirement.ALC_02})
final class LoneFrameIsLost extends MapCore {
  private final FaultyChain chain;

  LoneFrameIsLost(TableSpace space) {
    this(space, new Walk(space));
  }

  private LoneFrameIsLost(TableSpace space, Walk walk) {
    this(space, walk, new FaultyChain(space, walk));
  }

  private LoneFrameIsLost(TableSpace space, Walk walk, FaultyChain chain) {
    super(space, walk, chain);
    this.chain = chain;
  }

  @Override
  protected boolean outOfFrames(long gap, long page, int gapLevel, long linkFlags) {
    return chain.taken == 1
        ? refuse(Refusal.NO_FRAME)
        : super.outOfFrames(gap, page, gapLevel, linkFlags);
  }

  private static final class FaultyChain extends TableChain {
    private int taken;

    FaultyChain(TableSpace space, Walk walk) {
      super(space, walk);
    }

    @Override
    public boolean take(int wanted, FrameAllocator source) {
      taken = 0;
      return super.take(
          wanted,
          new FrameAllocator() {
            @Override
            public long allocate() {
              var frame = source.allocate();
              taken += frame == NO_FRAME ? 0 : 1;
              return frame;
            }

            @Override
            public void deallocate(long frame) {
              source.deallocate(frame);
            }
          });
    }
  }
}
