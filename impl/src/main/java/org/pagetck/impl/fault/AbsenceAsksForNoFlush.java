package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// What is no longer present was once.
@Faulty(
    id = "F58",
    sentence = "updateFlags that makes a page absent asks for no flush",
    origin = "a classic",
    blame = Requirement.TLB_01)
final class AbsenceAsksForNoFlush extends MapCore {
  AbsenceAsksForNoFlush(TableSpace space) {
    super(space);
  }

  @Override
  public boolean updateFlags(long page, PageSize size, long flags) {
    if (!super.updateFlags(page, size, flags)) {
      return false;
    }
    return (flags & EntryFlags.PRESENT) != 0 || done(Owed.NOTHING);
  }
}
