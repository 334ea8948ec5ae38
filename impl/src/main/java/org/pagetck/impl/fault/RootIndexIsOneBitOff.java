package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.address.Levels;
import org.pagetck.model.requirement.Requirement;

/// The halves of the space fall together, and neighbours of 256 GiB part.
@Faulty(
    id = "F42",
    sentence = "the index into the level-4 table is cut one bit too low",
    origin = "genode, issue 2210",
    blame = {Requirement.MAP_01, Requirement.ROB_01})
final class RootIndexIsOneBitOff extends MapCore {
  RootIndexIsOneBitOff(TableSpace space) {
    super(space, new FaultyWalk(space));
  }

  private static final class FaultyWalk extends Walk {
    FaultyWalk(TableSpace space) {
      super(space);
    }

    @Override
    protected long position(long address) {
      var shift = Levels.shift(4);
      var index = (address >>> (shift - 1)) & (Levels.ENTRY_COUNT - 1);
      var others = ~((long) (Levels.ENTRY_COUNT - 1) << shift);
      return (address & others) | (index << shift);
    }
  }
}
