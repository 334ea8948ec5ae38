package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.requirement.Requirement;

/// Only at the root, and only for addresses of the upper half.
@Faulty(
    id = "R04",
    sentence = "setTableFlags of the root cuts its index to the lower half",
    origin = "made for the suite",
    blame = {Requirement.TFL_01, Requirement.FRM_02})
final class TableFlagsMissUpperHalf extends MapCore {
  private final TableSpace space;

  TableFlagsMissUpperHalf(TableSpace space) {
    super(space);
    this.space = space;
  }

  @Override
  public boolean setTableFlags(long address, int level, long flags) {
    var span = Levels.virtualBits(space.levels()) - 1;
    var isCut = level == space.levels() && address < 0 && mayName(address);
    return super.setTableFlags(isCut ? address & ((1L << span) - 1) : address, level, flags);
  }
}
