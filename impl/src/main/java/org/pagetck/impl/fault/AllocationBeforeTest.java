package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// Allocating first makes the rest shorter. The frame is given back when it was not needed, but a
/// map that is refused anyway needed one to be there.
@Faulty(
    id = "F34",
    sentence = "map takes a frame before it tests whether the slot is occupied",
    origin = "a classic",
    blame = {Requirement.FAL_05, Requirement.ALC_01})
final class AllocationBeforeTest extends MapCore {
  AllocationBeforeTest(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    if (mayMap(page, size, frame, flags) && isOccupied(page, size)) {
      var spare = frames.allocate();
      if (spare == FrameAllocator.NO_FRAME) {
        return refuse(Refusal.NO_FRAME);
      }
      frames.deallocate(spare);
    }
    return super.map(page, size, frame, flags, frames);
  }

  private boolean isOccupied(long page, PageSize size) {
    return walk().to(page, size.leafLevel()) != SlotState.EMPTY
        && walk().level() == size.leafLevel();
  }
}
