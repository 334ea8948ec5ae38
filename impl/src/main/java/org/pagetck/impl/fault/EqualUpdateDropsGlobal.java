package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// Only where nothing but GLOBAL would have to be kept.
@Faulty(
    id = "R11",
    sentence = "updateFlags to the flags that stand there drops GLOBAL",
    origin = "made for the suite",
    blame = Requirement.UPD_01)
final class EqualUpdateDropsGlobal extends MapCore {
  EqualUpdateDropsGlobal(TableSpace space) {
    super(space);
  }

  @Override
  protected long replaced(long present, long wanted) {
    return present == wanted ? wanted & ~EntryFlags.GLOBAL : wanted;
  }
}
