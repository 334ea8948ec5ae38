package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.policy.TableSweep;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// Only where cleanUp meets a table with four entries, or eight.
@Faulty(
    id = "R16",
    sentence =
        "the count of pages in a table has two bits: with four of them the table is taken for"
            + " empty",
    origin = "made for the suite",
    blame = {Requirement.CLN_01, Requirement.FRM_01})
final class CountOfEntriesWraps extends MapCore {
  private final TableSpace space;

  CountOfEntriesWraps(TableSpace space) {
    super(space);
    this.space = space;
  }

  @Override
  public boolean cleanUp(long first, long last, FrameAllocator frames, FlushSink flushes) {
    if (!begin() || !mayName(first) || !mayName(last)) {
      return false;
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
          protected boolean isEmpty(long table) {
            var count = 0;
            for (var index = 0L; index < Levels.ENTRY_COUNT; index++) {
              count += occupies(memory().load(table + index * Levels.ENTRY_BYTES)) ? 1 : 0;
            }
            return count % 4 == 0;
          }
        };
    sweep.sweep(first, last);
    return true;
  }
}
