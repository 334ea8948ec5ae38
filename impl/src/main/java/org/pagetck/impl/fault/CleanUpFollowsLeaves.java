package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// At level 1 a present entry is no link.
@Faulty(
    id = "F27",
    sentence = "cleanUp follows 4 KiB leaves as tables",
    origin = "aarch64-paging",
    blame = {Requirement.CLN_01, Requirement.FRM_03})
final class CleanUpFollowsLeaves extends MapCore {
  private final TableSpace space;

  CleanUpFollowsLeaves(TableSpace space) {
    super(space);
    this.space = space;
  }

  @Override
  public boolean cleanUp(long first, long last, FrameAllocator frames, FlushSink flushes) {
    if (begin() && mayName(first) && mayName(last)) {
      look(space.root(), space.levels());
    }
    return super.cleanUp(first, last, frames, flushes);
  }

  /// Reads the entries of what it takes for a table of `level`; 0 is a page taken for one.
  private void look(long table, int level) {
    for (var index = 0L; index < Levels.ENTRY_COUNT; index++) {
      var slot = table + index * Levels.ENTRY_BYTES;
      var word = memory().load(slot);
      if (level == 0) {
        continue;
      }
      if (level == 1 && (word & EntryFlags.PRESENT) != 0) {
        look(EntryWord.linkAddress(word), 0);
      } else if (level > 1 && space.format().stateOf(level, word) == SlotState.LINK) {
        look(EntryWord.linkAddress(word), level - 1);
      }
    }
  }
}
