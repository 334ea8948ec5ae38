package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// updateFlags of a huge page looks whether the entry is unused, not whether it is a table. What
/// was mapped below is gone, and the table's own frame is mapped in its place.
@Faulty(
    id = "F02",
    sentence = "updateFlags of a huge page on a link sets HUGE_PAGE: the table becomes a leaf",
    origin = "x86_64 crate, all versions",
    blame = {Requirement.UPD_02, Requirement.FRM_01})
final class UpdateTurnsTableIntoLeaf extends MapCore {
  UpdateTurnsTableIntoLeaf(TableSpace space) {
    super(space);
  }

  @Override
  public boolean updateFlags(long page, PageSize size, long flags) {
    if (super.updateFlags(page, size, flags)) {
      return true;
    }
    if (reason() != Refusal.TABLE_ENTRY) {
      return false;
    }
    var table = EntryWord.linkAddress(walk().word());
    memory().store(walk().slot(), table | flags | EntryFlags.HUGE_PAGE);
    return done(Owed.PAGE);
  }
}
