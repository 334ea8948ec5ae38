package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// Only for 1 GiB, and only with PAT.
@Faulty(
    id = "R06",
    sentence = "updateFlags loses PAT in leaves of 1 GiB",
    origin = "made for the suite",
    blame = {Requirement.UPD_01, Requirement.PRM_04})
final class GiganticUpdateLosesPat extends MapCore {
  GiganticUpdateLosesPat(TableSpace space) {
    super(space);
  }

  @Override
  public boolean updateFlags(long page, PageSize size, long flags) {
    return super.updateFlags(
        page, size, size == PageSize.SIZE_1G ? flags & ~EntryFlags.PAT : flags);
  }
}
