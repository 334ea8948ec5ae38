package org.pagetck.impl.core;

import java.util.Arrays;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.CleanUpRange;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameDeallocator;
import org.pagetck.model.mapper.PhysMemory;

/// Finds the empty tables of a range, children first and ascending, unlinks them, flushes once, and
/// gives their frames back.
///
/// Inside, addresses stand without the bits above the significant ones: the space is then one
/// interval from 0 that has no hole, and no end of it wraps.
final class EmptyTables {
  private final PhysMemory memory;
  private final EntryFormat format;
  private final Walk walk;
  private final long root;
  private final int levels;
  private final long tableCountMax;

  private boolean isTouchEnough;
  private long first;
  private long last;
  private long visitCount;
  private long[] unlinked = new long[8];
  private int unlinkedCount;

  EmptyTables(TableSpace space, Walk walk) {
    this.memory = space.memory();
    this.format = space.format();
    this.walk = walk;
    this.root = space.root();
    this.levels = space.levels();
    this.tableCountMax = format.memoryBytes() / Levels.TABLE_BYTES;
  }

  /// Gives back the empty tables between the canonical addresses `first` and `last`, both
  /// inclusive, as far as `range` counts them among these; returns how many.
  int giveBack(
      long first, long last, CleanUpRange range, FrameDeallocator frames, FlushSink flushes) {
    isTouchEnough = range == CleanUpRange.TOUCHED;
    this.first = Levels.significant(first, levels);
    this.last = Levels.significant(last, levels);
    visitCount = 0;
    unlinkedCount = 0;
    if (this.first <= this.last) {
      sweep(root, levels, 0);
    }
    if (unlinkedCount > 0) {
      flushes.flushAll();
    }
    for (var i = 0; i < unlinkedCount; i++) {
      frames.deallocate(unlinked[i]);
    }
    return unlinkedCount;
  }

  /// Sweeps the entries of `table`, which is one of `level` and covers the space from `start`.
  /// Returns whether all that it looked at are empty then.
  private boolean sweep(long table, int level, long start) {
    var isEmpty = true;
    var span = Levels.entrySpan(level);
    var from = Math.max(first - start, 0) >>> Levels.shift(level);
    var to = Math.min((last - start) >> Levels.shift(level), Levels.ENTRY_COUNT - 1);
    for (var index = from; index <= to; index++) {
      var slot = table + index * Levels.ENTRY_BYTES;
      var word = memory.load(slot);
      if (word != 0) {
        isEmpty &=
            format.stateOf(level, word) == SlotState.LINK
                && sweepBelow(slot, word, level - 1, start + index * span);
      }
    }
    return isEmpty;
  }

  /// Sweeps the table that `word` in `slot` links, and unlinks it where it is empty then. In a tree
  /// no table is met twice: where more are met than the memory has frames, the links go round, and
  /// nothing further is followed. A link to the root is recursive. Returns whether it was unlinked.
  private boolean sweepBelow(long slot, long word, int level, long start) {
    var child = walk.below(slot, word);
    if (child == root || ++visitCount > tableCountMax) {
      return false;
    }
    var isSweptEmpty = level > 1 && sweep(child, level, start);
    var end = start + Levels.entrySpan(level + 1) - 1;
    var isInside = first <= start && end <= last;
    var isSweptWhole = isInside && level > 1;
    if ((isInside || isTouchEnough) && (isSweptWhole ? isSweptEmpty : isEmpty(child))) {
      memory.store(slot, 0);
      note(EntryWord.linkAddress(word));
      return true;
    }
    return false;
  }

  private boolean isEmpty(long table) {
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      if (memory.load(table + (long) index * Levels.ENTRY_BYTES) != 0) {
        return false;
      }
    }
    return true;
  }

  private void note(long frame) {
    if (unlinkedCount == unlinked.length) {
      unlinked = Arrays.copyOf(unlinked, unlinkedCount * 2);
    }
    unlinked[unlinkedCount++] = frame;
  }
}
