package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableChain;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Only for two: one, or three, are done right.
@Faulty(
    id = "R03",
    sentence = "where two tables are made in one call the second is not zeroed",
    origin = "made for the suite",
    blame = {Requirement.STR_10, Requirement.ALC_05})
final class SecondOfTwoTablesIsNotZeroed extends MapCore {
  SecondOfTwoTablesIsNotZeroed(TableSpace space) {
    this(space, new Walk(space));
  }

  private SecondOfTwoTablesIsNotZeroed(TableSpace space, Walk walk) {
    super(space, walk, new FaultyChain(space, walk));
  }

  private static final class FaultyChain extends TableChain {
    private int wanted;
    private int prepared;

    FaultyChain(TableSpace space, Walk walk) {
      super(space, walk);
    }

    @Override
    public boolean take(int wanted, FrameAllocator source) {
      this.wanted = wanted;
      prepared = 0;
      return super.take(wanted, source);
    }

    @Override
    protected void prepare(long frame) {
      prepared++;
      if (wanted != 2 || prepared == 1) {
        super.prepare(frame);
      }
    }
  }
}
