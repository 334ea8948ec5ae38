package org.pagetck.impl.policy;

import org.pagetck.impl.core.Walk;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.PhysMemory;

/// Splits large pages: the 512 pieces are all in place before one store puts them in the place of
/// the page.
public class HugeParts {
  private final PhysMemory memory;
  private final Walk way;
  private final long[] tables = new long[Levels.ROOT_MAX];

  /// Creates it for tables in `place`.
  public HugeParts(PolicyPlace place) {
    this.memory = place.space().memory();
    this.way = new Walk(place.space());
  }

  /// How a page that is split gets its link.
  interface LinkFlags {
    /// Returns the flags of the link above leaves with `flags`.
    long above(long flags);
  }

  /// Splits the large page that holds `page` until there is a leaf at `target`. Where frames are
  /// lacking, `keeps` says whether it goes as far as they last. Returns whether it is done.
  final boolean split(
      long page, int target, FrameAllocator frames, LinkFlags flags, boolean keeps) {
    way.to(page, target);
    var missing = way.level() - target;
    var taken = take(missing, frames);
    if (taken < missing && !keeps) {
      for (var i = 0; i < taken; i++) {
        frames.deallocate(tables[i]);
      }
      return false;
    }
    for (var i = 0; i < taken; i++) {
      if (way.to(page, target) != SlotState.LEAF) {
        throw new IllegalStateException("no larger page at 0x%x".formatted(page));
      }
      replace(way.slot(), way.level(), way.word(), tables[i], flags);
    }
    return taken == missing;
  }

  private int take(int wanted, FrameAllocator frames) {
    for (var i = 0; i < wanted; i++) {
      tables[i] = frames.allocate();
      if (tables[i] == FrameAllocator.NO_FRAME) {
        return i;
      }
    }
    return wanted;
  }

  private void replace(long slot, int level, long word, long table, LinkFlags flags) {
    var leafFlags = EntryWord.leafFlags(level, word);
    var link = EntryWord.link(table, flags.above(leafFlags) | EntryFlags.PRESENT);
    put(slot, link, level, EntryWord.leafAddress(level, word), leafFlags);
  }

  /// Fills the table that `link` leads to with the pieces of the page of `level` that was mapped to
  /// `start` with `flags`, and puts it into `slot`. The pieces have what processors set meanwhile.
  protected void put(long slot, long link, int level, long start, long flags) {
    var expected = EntryWord.leaf(level, start, flags);
    while (true) {
      var found = EntryWord.leafFlags(level, expected);
      fill(EntryWord.linkAddress(link), level - 1, start, found);
      var seen = memory.compareAndExchange(slot, expected, link);
      if (seen == expected) {
        return;
      }
      expected = seen;
    }
  }

  /// Stores the pieces into the table at `table`, which is one of `level`.
  protected final void fill(long table, int level, long start, long flags) {
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      memory.store(table + (long) index * Levels.ENTRY_BYTES, piece(level, index, start, flags));
    }
  }

  /// Returns the entry at `index`, in a table of `level`, of a page that was mapped to `start` with
  /// `flags`.
  protected long piece(int level, int index, long start, long flags) {
    return EntryWord.leaf(level, start + index * Levels.entrySpan(level), flags);
  }

  /// Returns the memory, for what is built on this one.
  protected final PhysMemory memory() {
    return memory;
  }
}
