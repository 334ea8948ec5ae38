package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.requirement.Requirement;

/// A negative quotient is made an index by dropping its sign, which mirrors the upper half into the
/// slots of the lower.
@Faulty(
    id = "F43",
    sentence = "indices are cut from a signed address: the upper half lands in wrong slots",
    origin = "a classic",
    blame = {Requirement.MAP_01, Requirement.ROB_01})
final class SignedIndices extends MapCore {
  SignedIndices(TableSpace space) {
    super(space, new FaultyWalk(space));
  }

  private static final class FaultyWalk extends Walk {
    FaultyWalk(TableSpace space) {
      super(space);
    }

    @Override
    protected long position(long address) {
      return Math.abs(address);
    }
  }
}
