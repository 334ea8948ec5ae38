package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.requirement.Requirement;

/// A reload of CR3 leaves global translations where they are.
@Faulty(
    id = "F55",
    sentence = "everything is flushed by reloading CR3 where GLOBAL pages are involved",
    origin = "a classic of x86",
    blame = {Requirement.TLB_05, Requirement.TLB_01},
    declares = "flush-all = non-global")
final class FlushOfEverythingSparesGlobal extends MapCore {
  FlushOfEverythingSparesGlobal(TableSpace space) {
    super(space);
  }

  @Override
  public boolean unmap(long page, PageSize size) {
    return super.unmap(page, size) && done(Owed.EVERYTHING);
  }
}
