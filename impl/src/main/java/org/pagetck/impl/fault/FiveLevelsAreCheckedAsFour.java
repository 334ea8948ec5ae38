package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// Most of the space cannot be reached.
@Faulty(
    id = "F65",
    sentence = "with five levels the canonical check is that of 48 bits",
    origin = "LA57 ports",
    blame = {Requirement.ROB_07, Requirement.ROB_01})
final class FiveLevelsAreCheckedAsFour extends MapCore {
  FiveLevelsAreCheckedAsFour(TableSpace space) {
    super(space);
  }

  @Override
  protected boolean mayName(long address) {
    return super.mayName(address)
        && (Levels.isCanonical(address, 4) || refuse(Refusal.NON_CANONICAL));
  }
}
