package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.requirement.Requirement;

/// All other pages below the link keep the rights that it has lost.
@Faulty(
    id = "F38",
    sentence = "a link that is narrowed asks for a flush of one page",
    origin = "x86_64 crate",
    blame = Requirement.TLB_04)
final class NarrowedLinkFlushesOnePage extends MapCore {
  NarrowedLinkFlushesOnePage(TableSpace space) {
    super(space);
  }

  @Override
  public boolean setTableFlags(long address, int level, long flags) {
    return super.setTableFlags(address, level, flags) && done(Owed.PAGE);
  }
}
