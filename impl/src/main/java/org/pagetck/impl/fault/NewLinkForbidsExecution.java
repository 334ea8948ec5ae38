package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// In a leaf these flags are about one page, in a link about all below it.
@Faulty(
    id = "F61",
    sentence = "a new link copies NO_EXECUTE and GLOBAL from the leaf",
    origin = "the shape of x86_64 crate, issue 554",
    blame = {Requirement.STR_07, Requirement.PRM_01})
final class NewLinkForbidsExecution extends MapCore {
  NewLinkForbidsExecution(TableSpace space) {
    super(space);
  }

  @Override
  protected long linkFlags(long flags) {
    return super.linkFlags(flags) | (flags & (EntryFlags.NO_EXECUTE | EntryFlags.GLOBAL));
  }
}
