package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// PRESENT alone decides whether to go on, so that the bytes of a huge page are read, and written,
/// as entries.
@Faulty(
    id = "F16",
    sentence = "the walker takes a huge leaf for a table",
    origin = "x86_64 crate, pull request 529, reverted",
    blame = {Requirement.UNM_03, Requirement.FRM_03})
final class WalkFollowsHugeLeaf extends MapCore {
  private static final int HUGE_LEVEL_MAX = 3;
  private static final long HUGE_LEAF = EntryFlags.PRESENT | EntryFlags.HUGE_PAGE;

  WalkFollowsHugeLeaf(TableSpace space) {
    super(space, new FaultyWalk(space));
  }

  private static final class FaultyWalk extends Walk {
    FaultyWalk(TableSpace space) {
      super(space);
    }

    @Override
    protected boolean isLink(int level, long word) {
      var isHugeLeaf = level <= HUGE_LEVEL_MAX && (word & HUGE_LEAF) == HUGE_LEAF;
      return isHugeLeaf || super.isLink(level, word);
    }
  }
}
