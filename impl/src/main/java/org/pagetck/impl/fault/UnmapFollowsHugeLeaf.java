package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// All others look at the page-size bit.
@Faulty(
    id = "F17",
    sentence = "unmap takes a huge leaf for a table",
    origin = "pKVM-IA #104",
    blame = {Requirement.UNM_03, Requirement.FRM_03})
final class UnmapFollowsHugeLeaf extends MapCore {
  private final FaultyWalk walk;

  UnmapFollowsHugeLeaf(TableSpace space) {
    this(space, new FaultyWalk(space));
  }

  private UnmapFollowsHugeLeaf(TableSpace space, FaultyWalk walk) {
    super(space, walk);
    this.walk = walk;
  }

  @Override
  public boolean unmap(long page, PageSize size) {
    walk.isUnmapping = true;
    try {
      return super.unmap(page, size);
    } finally {
      walk.isUnmapping = false;
    }
  }

  private static final class FaultyWalk extends Walk {
    private static final int HUGE_LEVEL_MAX = 3;
    private static final long HUGE_LEAF = EntryFlags.PRESENT | EntryFlags.HUGE_PAGE;

    private boolean isUnmapping;

    FaultyWalk(TableSpace space) {
      super(space);
    }

    @Override
    protected boolean isLink(int level, long word) {
      var isHugeLeaf = level <= HUGE_LEVEL_MAX && (word & HUGE_LEAF) == HUGE_LEAF;
      return (isUnmapping && isHugeLeaf) || super.isLink(level, word);
    }
  }
}
