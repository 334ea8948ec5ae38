package org.pagetck.impl.mapper;

import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.entry.EntryFlags;

/// The walk of 2019: PRESENT without HUGE_PAGE leads on, wherever that is.
final class Walk2019 extends Walk {
  private static final long LINK_TEST = EntryFlags.PRESENT | EntryFlags.HUGE_PAGE;

  Walk2019(TableSpace space) {
    super(space);
  }

  @Override
  protected boolean isLink(int level, long word) {
    return (word & LINK_TEST) == EntryFlags.PRESENT;
  }
}
