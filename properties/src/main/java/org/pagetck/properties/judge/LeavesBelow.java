package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.properties.memory.TableBytes;

/// Finds the pages that are mapped below a table.
final class LeavesBelow {
  /// How many entries are looked at before the search ends.
  private static final int ENTRY_COUNT_MAX = 1 << 14;

  private final TableBytes bytes;
  private final EntryFormat format;
  private int left;

  LeavesBelow(TableBytes bytes, EntryFormat format) {
    this.bytes = bytes;
    this.format = format;
  }

  /// Sees a page; returns whether to go on.
  interface Visitor {
    boolean visit(long address, int level);
  }

  /// Visits the pages below the table of `level` at `table`, whose first virtual address is `base`.
  void visit(long table, int level, long base, Visitor visitor) {
    left = ENTRY_COUNT_MAX;
    descend(table, level, base, visitor);
  }

  private boolean descend(long table, int level, long base, Visitor visitor) {
    for (var index = bytes.firstNonZero(table, 0);
        index >= 0;
        index = bytes.firstNonZero(table, index + 1)) {
      if (--left < 0) {
        return false;
      }
      var word = bytes.load(table + (long) index * Levels.ENTRY_BYTES);
      var address = base + ((long) index << Levels.shift(level));
      var goesOn =
          switch (format.stateOf(level, word)) {
            case EMPTY, RESERVED, MALFORMED -> true;
            case LEAF -> visitor.visit(address, level);
            case LINK -> descend(EntryWord.linkAddress(word), level - 1, address, visitor);
          };
      if (!goesOn) {
        return false;
      }
    }
    return true;
  }
}
