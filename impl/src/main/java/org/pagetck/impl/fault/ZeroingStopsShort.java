package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableChain;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.address.Levels;
import org.pagetck.model.requirement.Requirement;

/// The bound of the loop is the last index, and the loop excludes it.
@Faulty(
    id = "F15",
    sentence = "zeroing a new table stops one entry short",
    origin = "x86_64 crate, issue 425",
    blame = {Requirement.STR_10, Requirement.ALC_05})
final class ZeroingStopsShort extends MapCore {
  ZeroingStopsShort(TableSpace space) {
    this(space, new Walk(space));
  }

  private ZeroingStopsShort(TableSpace space, Walk walk) {
    super(space, walk, new FaultyChain(space, walk));
  }

  private static final class FaultyChain extends TableChain {
    FaultyChain(TableSpace space, Walk walk) {
      super(space, walk);
    }

    @Override
    protected void prepare(long frame) {
      for (var index = 0; index < Levels.ENTRY_COUNT - 1; index++) {
        memory().store(frame + (long) index * Levels.ENTRY_BYTES, 0);
      }
    }
  }
}
