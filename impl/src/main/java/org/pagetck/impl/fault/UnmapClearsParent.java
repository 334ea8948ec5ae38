package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.requirement.Requirement;

/// The loop over the levels ends one early: the neighbours vanish with their table, which leaks.
@Faulty(
    id = "F25",
    sentence = "unmap clears the entry above the leaf's",
    origin = "a classic",
    blame = {Requirement.FRM_01, Requirement.ALC_02})
final class UnmapClearsParent extends MapCore {
  UnmapClearsParent(TableSpace space) {
    super(space);
  }

  @Override
  protected void erase(long page) {
    walk().to(page, walk().level() + 1);
    memory().store(walk().slot(), 0);
  }
}
