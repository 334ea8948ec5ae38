package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// After slot 255 of the root comes an address that is not canonical.
@Faulty(
    id = "F30",
    sentence = "cleanUp takes its next address into the hole between the halves and fails there",
    origin = "x86_64 crate, issue 468",
    blame = {Requirement.ROB_01, Requirement.ROB_04})
final class CleanUpStopsAtHole extends MapCore {
  private final TableSpace space;

  CleanUpStopsAtHole(TableSpace space) {
    super(space);
    this.space = space;
  }

  @Override
  public boolean cleanUp(long first, long last, FrameAllocator frames, FlushSink flushes) {
    var half = 1L << (Levels.virtualBits(space.levels()) - 1);
    var crosses =
        mayName(first)
            && mayName(last)
            && Levels.significant(first, space.levels()) < half
            && Levels.significant(last, space.levels()) >= half;
    if (!crosses) {
      return super.cleanUp(first, last, frames, flushes);
    }
    super.cleanUp(first, half - 1, frames, flushes);
    throw new IllegalStateException("not canonical: 0x%x".formatted(half));
  }
}
