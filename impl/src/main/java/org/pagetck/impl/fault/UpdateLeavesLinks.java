package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.requirement.Requirement;

/// The leaf says yes, the links above it say no.
@Faulty(
    id = "F54",
    sentence = "updateFlags that adds USER or WRITABLE leaves the links above as they are",
    origin = "x86_64 crate, issue 534",
    blame = {Requirement.PRM_03})
final class UpdateLeavesLinks extends MapCore {
  UpdateLeavesLinks(TableSpace space) {
    super(space);
  }

  @Override
  protected Owed widenForUpdate(long page, long flags) {
    return Owed.NOTHING;
  }
}
