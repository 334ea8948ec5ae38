package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// The two tests part on RESERVED entries: lookups find a page in them that unmap does not, and map
/// names one above the page as if the page itself were mapped.
@Faulty(
    id = "F09",
    sentence =
        "an entry counts as mapped where its word is not 0 in map and in lookups, but where it is PRESENT in unmap",
    origin = "x86_64 crate, issue 561",
    blame = {Requirement.TRN_03, Requirement.MAP_03})
final class MappedMeansTwoThings extends MapCore {
  MappedMeansTwoThings(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    return super.map(page, size, frame, flags, frames)
        || (reason() == Refusal.PARENT_RESERVED && refuse(Refusal.ALREADY_MAPPED));
  }

  @Override
  public boolean translatePage(long page, PageSize size) {
    return super.translatePage(page, size) || isUsed(size.leafLevel());
  }

  @Override
  public boolean translate(long address) {
    return super.translate(address) || (isUsed(1) && at(offsetIn(1, address)));
  }

  private boolean isUsed(int level) {
    return reason() == Refusal.NOT_MAPPED
        && walk().level() == level
        && walk().word() != 0
        && readLeaf();
  }
}
