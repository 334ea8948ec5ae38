package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.requirement.Requirement;

/// The slot looks absent to hardware and occupied to the next map.
@Faulty(
    id = "F23",
    sentence = "unmap clears frame and PRESENT and leaves the other flags behind",
    origin = "hermit, 2026",
    blame = {Requirement.STR_03, Requirement.UNM_01})
final class UnmapLeavesFlags extends MapCore {
  UnmapLeavesFlags(TableSpace space) {
    super(space);
  }

  @Override
  protected void erase(long page) {
    var rest = flags() & ~EntryFlags.PRESENT;
    memory().store(walk().slot(), EntryWord.leaf(walk().level(), 0, rest));
  }
}
