package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.requirement.Requirement;

/// What the processor noted is lost to whoever counts on it.
@Faulty(
    id = "F47",
    sentence = "updateFlags clears ACCESSED and DIRTY, which it says it keeps",
    origin = "FreeBSD 5983c3e7851a",
    blame = Requirement.FRM_05,
    declares = "accessed-dirty = preserved\n")
final class UpdateClearsAccessed extends MapCore {
  UpdateClearsAccessed(TableSpace space) {
    super(space);
  }

  @Override
  protected long replaced(long present, long wanted) {
    return wanted;
  }
}
