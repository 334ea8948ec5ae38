package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.requirement.Requirement;

/// The code for the larger size was copied from the smaller one.
@Faulty(
    id = "F49",
    sentence = "offsets inside a 1 GiB page are cut with the mask of 2 MiB",
    origin = "QEMU-Nyx, issue 7",
    blame = {Requirement.TRN_01})
final class GiganticOffsetIsCut extends MapCore {
  GiganticOffsetIsCut(TableSpace space) {
    super(space);
  }

  @Override
  protected long offsetIn(int level, long address) {
    return super.offsetIn(Math.min(level, 2), address);
  }
}
