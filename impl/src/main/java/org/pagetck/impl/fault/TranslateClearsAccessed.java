package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// A lookup for the one who ages pages, offered to everyone.
@Faulty(
    id = "F70",
    sentence = "translate clears ACCESSED in the leaf that it finds",
    origin = "a classic",
    blame = {Requirement.TRN_04, Requirement.PRM_06})
final class TranslateClearsAccessed extends MapCore {
  TranslateClearsAccessed(TableSpace space) {
    super(space);
  }

  @Override
  public boolean translate(long address) {
    var found = super.translate(address);
    if (found && (walk().word() & EntryFlags.ACCESSED) != 0) {
      memory().store(walk().slot(), walk().word() & ~EntryFlags.ACCESSED);
    }
    return found;
  }
}
