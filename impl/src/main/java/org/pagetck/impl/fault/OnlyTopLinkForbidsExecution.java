package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableChain;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Only where two tables or more are made.
@Faulty(
    id = "R18",
    sentence = "NO_EXECUTE in table flags reaches the highest new link only",
    origin = "made for the suite",
    blame = {Requirement.STR_07, Requirement.MAP_01})
final class OnlyTopLinkForbidsExecution extends MapCore {
  OnlyTopLinkForbidsExecution(TableSpace space) {
    this(space, new Walk(space));
  }

  private OnlyTopLinkForbidsExecution(TableSpace space, Walk walk) {
    super(space, walk, new FaultyChain(space, walk));
  }

  private static final class FaultyChain extends TableChain {
    private boolean isTop;

    FaultyChain(TableSpace space, Walk walk) {
      super(space, walk);
    }

    @Override
    public boolean take(int wanted, FrameAllocator source) {
      isTop = true;
      return super.take(wanted, source);
    }

    @Override
    protected long hang(long slot, long frame, long address, int level, long flags) {
      var kept = isTop ? flags : flags & ~EntryFlags.NO_EXECUTE;
      isTop = false;
      return super.hang(slot, frame, address, level, kept);
    }
  }
}
