package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// Without PRESENT the new table is unreachable; with NO_EXECUTE or GLOBAL it has flags that are
/// not a link's. PAT is left out: its bit belongs to a link's address.
@Faulty(
    id = "F08",
    sentence = "a new link takes the leaf's flags as they are, also without PRESENT",
    origin = "x86_64 crate, issues 391 and 554",
    blame = {Requirement.STR_07, Requirement.MAP_01})
final class NewLinkTakesLeafFlags extends MapCore {
  NewLinkTakesLeafFlags(TableSpace space) {
    super(space);
  }

  @Override
  protected long linkFlags(long flags) {
    return flags & ~EntryFlags.PAT;
  }
}
