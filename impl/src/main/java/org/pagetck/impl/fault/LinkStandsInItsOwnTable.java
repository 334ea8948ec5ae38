package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableChain;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.address.Levels;
import org.pagetck.model.requirement.Requirement;

/// The pointer was moved on to the new table before the entry was stored through it.
@Faulty(
    id = "F41",
    sentence = "the link is written into the new table instead of the one above",
    origin = "nautilus, issue 18",
    blame = {Requirement.MAP_01, Requirement.STR_01})
final class LinkStandsInItsOwnTable extends MapCore {
  LinkStandsInItsOwnTable(TableSpace space) {
    this(space, new Walk(space));
  }

  private LinkStandsInItsOwnTable(TableSpace space, Walk walk) {
    super(space, walk, new FaultyChain(space, walk));
  }

  private static final class FaultyChain extends TableChain {
    FaultyChain(TableSpace space, Walk walk) {
      super(space, walk);
    }

    @Override
    protected long hang(long slot, long frame, long address, int level, long flags) {
      var sameIndex = frame + (slot & (Levels.TABLE_BYTES - 1));
      return super.hang(sameIndex, frame, address, level, flags);
    }
  }
}
