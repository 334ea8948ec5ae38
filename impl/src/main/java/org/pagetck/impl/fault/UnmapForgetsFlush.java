package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.requirement.Requirement;

/// The translation goes on until something else throws it out.
@Faulty(
    id = "F36",
    sentence = "the flush token of unmap is dropped",
    origin = "aarch64-paging, hermit",
    blame = Requirement.TLB_01)
final class UnmapForgetsFlush extends MapCore {
  UnmapForgetsFlush(TableSpace space) {
    super(space);
  }

  @Override
  public boolean unmap(long page, PageSize size) {
    return super.unmap(page, size) && done(Owed.NOTHING);
  }
}
