package org.pagetck.impl.policy;

import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.PhysMemory;

/// A way through the empty tables of a range, children first, that says at each station what is
/// decided there.
public abstract class TableSweep {
  private final TableSpace space;
  private long first;
  private long last;
  private int found;

  /// Creates it for `space`.
  protected TableSweep(TableSpace space) {
    this.space = space;
  }

  /// Does what is done with the empty table at `table`, which `slot` links.
  protected abstract void remove(long slot, long table);

  /// Tells whether `word` occupies an entry.
  protected boolean occupies(long word) {
    return word != 0;
  }

  /// Tells whether a table may go that covers the significant addresses from `begin` to `end`, some
  /// of which are in the range.
  protected boolean mayGo(long begin, long end) {
    return first <= begin && end <= last;
  }

  /// Sweeps the tables between the canonical addresses `from` and `to`; returns how many were
  /// empty.
  public final int sweep(long from, long to) {
    first = Levels.significant(from, space.levels());
    last = Levels.significant(to, space.levels());
    found = 0;
    if (first <= last) {
      sweep(space.root(), space.levels(), 0);
    }
    return found;
  }

  private void sweep(long table, int level, long start) {
    var span = Levels.entrySpan(level);
    for (var index = 0L; index < Levels.ENTRY_COUNT; index++) {
      var begin = start + index * span;
      var slot = table + index * Levels.ENTRY_BYTES;
      if (begin <= last && begin + span - 1 >= first && isLink(level, slot)) {
        sweepBelow(slot, level - 1, begin, begin + span - 1);
      }
    }
  }

  private void sweepBelow(long slot, int level, long begin, long end) {
    var child = EntryWord.linkAddress(memory().load(slot));
    if (level > 1) {
      sweep(child, level, begin);
    }
    if (mayGo(begin, end) && isEmpty(child)) {
      remove(slot, child);
      found++;
    }
  }

  private boolean isLink(int level, long slot) {
    EntryFormat format = space.format();
    return format.stateOf(level, memory().load(slot)) == SlotState.LINK;
  }

  /// Returns the index of the last entry that is looked at.
  protected int lastIndex() {
    return Levels.ENTRY_COUNT - 1;
  }

  /// Tells whether no entry of the table at `table` is occupied.
  protected boolean isEmpty(long table) {
    for (var index = 0; index <= lastIndex(); index++) {
      if (occupies(memory().load(table + (long) index * Levels.ENTRY_BYTES))) {
        return false;
      }
    }
    return true;
  }

  /// Returns the memory.
  protected final PhysMemory memory() {
    return space.memory();
  }
}
