package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.requirement.Requirement;

/// A page that was written to at the last moment is thrown away as if it were clean.
@Faulty(
    id = "F63",
    sentence = "unmap reads, then stores 0: a DIRTY set in between is lost",
    origin = "Linux, FreeBSD",
    blame = Requirement.CON_03)
final class UnmapLosesMarks extends MapCore {
  UnmapLosesMarks(TableSpace space) {
    super(space);
  }

  @Override
  protected void erase(long page) {
    memory().store(walk().slot(), 0);
  }
}
