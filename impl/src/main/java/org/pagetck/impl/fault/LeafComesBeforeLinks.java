package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// The page is there, and for a moment nobody may write to it.
@Faulty(
    id = "F68",
    sentence = "the leaf is stored before the links above it are widened",
    origin = "a classic",
    blame = Requirement.ORD_07)
final class LeafComesBeforeLinks extends MapCore {
  LeafComesBeforeLinks(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    var leafLevel = size.leafLevel();
    if (!begin()
        || !mayMap(page, size, frame, flags)
        || walk().to(page, leafLevel) != SlotState.EMPTY
        || walk().level() > leafLevel) {
      return super.map(page, size, frame, flags, frames);
    }
    memory().store(walk().slot(), EntryWord.leaf(leafLevel, frame, flags));
    return done(widenLinks(page, flags & ~EntryFlags.PRESENT));
  }
}
