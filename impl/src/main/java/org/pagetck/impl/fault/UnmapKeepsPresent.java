package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.requirement.Requirement;

/// Only the address was taken for the mapping.
@Faulty(
    id = "F24",
    sentence = "unmap clears the frame and keeps PRESENT: frame 0 stays mapped",
    origin = "hermit, 2026",
    blame = {Requirement.UNM_01, Requirement.FRM_01})
final class UnmapKeepsPresent extends MapCore {
  UnmapKeepsPresent(TableSpace space) {
    super(space);
  }

  @Override
  protected void erase(long page) {
    memory().store(walk().slot(), EntryWord.leaf(walk().level(), 0, flags()));
  }
}
