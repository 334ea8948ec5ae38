package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// Only for one address.
@Faulty(
    id = "R10",
    sentence = "translate of the last byte of the lower half finds nothing",
    origin = "made for the suite",
    blame = {Requirement.TRN_01, Requirement.TRN_02})
final class LastByteBelowHoleIsAbsent extends MapCore {
  private final TableSpace space;

  LastByteBelowHoleIsAbsent(TableSpace space) {
    super(space);
    this.space = space;
  }

  @Override
  public boolean translate(long address) {
    var last = (1L << (Levels.virtualBits(space.levels()) - 1)) - 1;
    return super.translate(address) && (address != last || refuse(Refusal.NOT_MAPPED));
  }
}
