package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// The entry is removed because it is not empty; that it maps nothing was not asked.
@Faulty(
    id = "F21",
    sentence = "unmap of a RESERVED entry answers ok with its frame",
    origin = "page_table_multiarch, issue 4",
    blame = {Requirement.UNM_02, Requirement.TRN_03})
final class UnmapTakesReserved extends MapCore {
  UnmapTakesReserved(TableSpace space) {
    super(space);
  }

  @Override
  public boolean unmap(long page, PageSize size) {
    return super.unmap(page, size)
        || (reason() == Refusal.NOT_MAPPED
            && walk().level() == size.leafLevel()
            && walk().word() != 0
            && readLeaf()
            && remove(page));
  }
}
