package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.policy.TableSweep;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Guards and swap markers are not present; they are entries all the same.
@Faulty(
    id = "F57",
    sentence = "cleanUp tests PRESENT where it should test for 0: RESERVED markers vanish",
    origin = "x86_64 crate and its family",
    blame = {Requirement.CLN_01, Requirement.FRM_01})
final class CleanUpForgetsMarkers extends MapCore {
  private final TableSpace space;

  CleanUpForgetsMarkers(TableSpace space) {
    super(space);
    this.space = space;
  }

  @Override
  public boolean cleanUp(long first, long last, FrameAllocator frames, FlushSink flushes) {
    if (!Levels.isCanonical(first, space.levels()) || !Levels.isCanonical(last, space.levels())) {
      return super.cleanUp(first, last, frames, flushes);
    }
    var sweep =
        new TableSweep(space) {
          @Override
          protected void remove(long slot, long table) {
            memory().store(slot, 0);
            flushes.flushAll();
            frames.deallocate(table);
          }

          @Override
          protected boolean occupies(long word) {
            return (word & EntryFlags.PRESENT) != 0;
          }
        };
    sweep.sweep(first, last);
    return begin();
  }
}
