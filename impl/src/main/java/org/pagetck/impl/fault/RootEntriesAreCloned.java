package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableChain;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.address.Levels;
import org.pagetck.model.requirement.Requirement;

/// Part of the space is cloned shallowly, as if what hangs below never changed.
@Faulty(
    id = "F52",
    sentence =
        "an entry of the root is copied to another slot, table and all: two subtrees share one table",
    origin = "litebox, pull request 972",
    blame = {Requirement.STR_01})
final class RootEntriesAreCloned extends MapCore {
  RootEntriesAreCloned(TableSpace space) {
    this(space, new Walk(space));
  }

  private RootEntriesAreCloned(TableSpace space, Walk walk) {
    super(space, walk, new FaultyChain(space, walk));
  }

  private static final class FaultyChain extends TableChain {
    private final long root;
    private final int levels;

    FaultyChain(TableSpace space, Walk walk) {
      super(space, walk);
      this.root = space.root();
      this.levels = space.levels();
    }

    @Override
    protected long hang(long slot, long frame, long address, int level, long flags) {
      var below = super.hang(slot, frame, address, level, flags);
      var mirrored = root + ((slot - root) ^ (Levels.TABLE_BYTES / 2));
      if (level == levels && memory().load(mirrored) == 0) {
        memory().store(mirrored, memory().load(slot));
      }
      return below;
    }
  }
}
