package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableChain;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.requirement.Requirement;

/// Frames are taken to come empty.
@Faulty(
    id = "F14",
    sentence = "a new table is not zeroed",
    origin = "a classic",
    blame = {Requirement.STR_10, Requirement.ALC_05})
final class NewTableIsNotZeroed extends MapCore {
  NewTableIsNotZeroed(TableSpace space) {
    this(space, new Walk(space));
  }

  private NewTableIsNotZeroed(TableSpace space, Walk walk) {
    super(space, walk, new FaultyChain(space, walk));
  }

  private static final class FaultyChain extends TableChain {
    FaultyChain(TableSpace space, Walk walk) {
      super(space, walk);
    }

    @Override
    protected void prepare(long frame) {}
  }
}
