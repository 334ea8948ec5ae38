package org.pagetck.impl.fault;

import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.policy.TableSweep;
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
final class CleanUpForgetsMarkers extends SweepingCleanUp {
  CleanUpForgetsMarkers(TableSpace space) {
    super(space);
  }

  @Override
  TableSweep sweep(FrameAllocator frames, FlushSink flushes) {
    return new Unlinking(frames, flushes) {
      @Override
      protected boolean occupies(long word) {
        return (word & EntryFlags.PRESENT) != 0;
      }
    };
  }
}
