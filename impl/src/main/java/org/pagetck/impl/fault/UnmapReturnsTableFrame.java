package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.requirement.Requirement;

/// The caller gives the frame back, and the next map writes into a table in use.
@Faulty(
    id = "F22",
    sentence = "unmap returns the frame of the table that held the leaf",
    origin = "sweb, issue 76",
    blame = {Requirement.UNM_01})
final class UnmapReturnsTableFrame extends MapCore {
  UnmapReturnsTableFrame(TableSpace space) {
    super(space);
  }

  @Override
  public boolean unmap(long page, PageSize size) {
    return super.unmap(page, size) && found(walk().slot() & -Levels.TABLE_BYTES, flags());
  }
}
