package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.requirement.Requirement;

/// The word to store is 0, which is what an empty slot holds.
@Faulty(
    id = "F12",
    sentence = "a map of frame 0 without flags answers ok, and nothing is mapped",
    origin = "x86_64 crate",
    blame = {Requirement.MAP_01, Requirement.ROB_05})
final class EmptyWordIsMapped extends MapCore {
  EmptyWordIsMapped(TableSpace space) {
    super(space);
  }

  @Override
  protected boolean occupies(long word) {
    return true;
  }
}
