package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.policy.TableSweep;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;

/// The right mapper, but for the sweep that its clean-up makes, of which a fault changes one
/// station.
abstract class SweepingCleanUp extends MapCore {
  private final TableSpace space;

  SweepingCleanUp(TableSpace space) {
    super(space);
    this.space = space;
  }

  /// Returns the space that is swept.
  TableSpace space() {
    return space;
  }

  /// Returns the sweep of one call, which gives frames back to `frames` and flushes through
  /// `flushes`.
  abstract TableSweep sweep(FrameAllocator frames, FlushSink flushes);

  @Override
  public boolean cleanUp(long first, long last, FrameAllocator frames, FlushSink flushes) {
    if (!begin() || !mayName(first) || !mayName(last)) {
      return false;
    }
    sweep(frames, flushes).sweep(first, last);
    return true;
  }

  /// Unlinks an empty table, flushes, and gives its frame back.
  class Unlinking extends TableSweep {
    private final FrameAllocator frames;
    private final FlushSink flushes;

    Unlinking(FrameAllocator frames, FlushSink flushes) {
      super(space);
      this.frames = frames;
      this.flushes = flushes;
    }

    @Override
    protected void remove(long slot, long table) {
      memory().store(slot, 0);
      flushes.flushAll();
      frames.deallocate(table);
    }
  }
}
