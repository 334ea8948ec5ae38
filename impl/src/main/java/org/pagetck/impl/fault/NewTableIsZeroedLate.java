package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableChain;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.requirement.Requirement;

/// Once the call is over all is as it has to be. For a moment the processor finds whatever the
/// frame held.
@Faulty(
    id = "F13",
    sentence = "a new table is linked, then zeroed",
    origin = "x86_64 crate, Hyperkernel, kernel-of-truth #118",
    blame = {Requirement.ORD_03, Requirement.STR_10, Requirement.ORD_02})
final class NewTableIsZeroedLate extends MapCore {
  NewTableIsZeroedLate(TableSpace space) {
    this(space, new Walk(space));
  }

  private NewTableIsZeroedLate(TableSpace space, Walk walk) {
    super(space, walk, new FaultyChain(space, walk));
  }

  private static final class FaultyChain extends TableChain {
    FaultyChain(TableSpace space, Walk walk) {
      super(space, walk);
    }

    @Override
    protected void prepare(long frame) {}

    @Override
    protected long hang(long slot, long frame, long address, int level, long flags) {
      var below = super.hang(slot, frame, address, level, flags);
      memory().zero(frame);
      return below;
    }
  }
}
