package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.requirement.Requirement;

/// What a page can do depends on which page was mapped first below the same links.
@Faulty(
    id = "F05",
    sentence = "new links get the rights of the leaf, existing ones are never widened",
    origin = "x86_64 crate, issue 112",
    blame = {Requirement.PRM_01, Requirement.ALG_05})
final class OldLinksStayNarrow extends MapCore {
  OldLinksStayNarrow(TableSpace space) {
    super(space);
  }

  @Override
  protected Owed widenForMap(long page, long linkFlags) {
    return Owed.NOTHING;
  }

  @Override
  protected Owed widenForUpdate(long page, long flags) {
    return Owed.NOTHING;
  }
}
