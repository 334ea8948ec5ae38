package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// Two stores where one would do; walks find a page that nobody asked for.
@Faulty(
    id = "F67",
    sentence = "unmap first makes the leaf read-only, then absent, each visible",
    origin = "a classic",
    blame = Requirement.ORD_06)
final class UnmapWriteProtectsFirst extends MapCore {
  UnmapWriteProtectsFirst(TableSpace space) {
    super(space);
  }

  @Override
  protected void erase(long page) {
    memory().store(walk().slot(), walk().word() & ~EntryFlags.WRITABLE);
    super.erase(page);
  }
}
