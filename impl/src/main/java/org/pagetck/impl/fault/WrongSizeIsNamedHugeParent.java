package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// The entry is not the leaf that was expected, and only one other kind was thought of.
@Faulty(
    id = "F20",
    sentence = "unmap of a huge page on a link names a huge page above as the cause",
    origin = "x86_64 crate, issue 610",
    blame = {Requirement.MAP_03})
final class WrongSizeIsNamedHugeParent extends MapCore {
  WrongSizeIsNamedHugeParent(TableSpace space) {
    super(space);
  }

  @Override
  public boolean unmap(long page, PageSize size) {
    return super.unmap(page, size)
        || (reason() == Refusal.TABLE_ENTRY && refuse(Refusal.PARENT_HUGE_PAGE));
  }
}
