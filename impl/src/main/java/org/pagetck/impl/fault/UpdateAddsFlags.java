package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.requirement.Requirement;

/// Flags are a set, and adding to a set looks like replacing it for as long as nobody narrows a
/// page.
@Faulty(
    id = "F01",
    sentence = "updateFlags adds the new flags to the old ones, so that none can be taken away",
    origin = "x86_64 crate, 2018",
    blame = {Requirement.UPD_01})
final class UpdateAddsFlags extends MapCore {
  UpdateAddsFlags(TableSpace space) {
    super(space);
  }

  @Override
  protected long replaced(long present, long wanted) {
    return present | wanted;
  }
}
