package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.properties.memory.TableBytes;

/// Finds where in a large page that became a table a cache of the page gives other than the table.
final class StalePieces {
  private static final long NOWHERE = 1;

  private final Timeline timeline;
  private final SkewedWalk walk;
  private final TableBytes bytes;
  private long whole;

  StalePieces(Timeline timeline, SkewedWalk walk, TableBytes bytes) {
    this.timeline = timeline;
    this.walk = walk;
    this.bytes = bytes;
  }

  /// Returns an address in the page of visible store `index` at which what may be cached of it is
  /// stale after the step; the first address of the page where there is none, or no table.
  long firstStale(int index) {
    var base = timeline.base(index);
    var level = timeline.level(index);
    var word = timeline.wordAt(timeline.address(index), timeline.end());
    if (timeline.format().stateOf(level, word) != SlotState.LINK) {
      return base;
    }
    whole = walk.sight(base, timeline.time(index));
    var rights = Sight.restrict(walk.rightsAbove(base, level, timeline.end()), word);
    var found = find(EntryWord.linkAddress(word), level - 1, base, rights);
    return found == NOWHERE ? base : found;
  }

  private long find(long table, int level, long base, long rights) {
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      var word = bytes.load(table + (long) index * Levels.ENTRY_BYTES);
      var address = base + ((long) index << Levels.shift(level));
      var left = Sight.restrict(rights, word);
      var found =
          switch (timeline.format().stateOf(level, word)) {
            case EMPTY, RESERVED, MALFORMED -> compare(Sight.ABSENT, address);
            case LEAF -> compare(Sight.leaf(level, word, left), address);
            case LINK -> find(EntryWord.linkAddress(word), level - 1, address, left);
          };
      if (found != NOWHERE) {
        return found;
      }
    }
    return NOWHERE;
  }

  private long compare(long now, long address) {
    return Sight.isStale(Sight.at(whole, address), Sight.at(now, address)) ? address : NOWHERE;
  }
}
