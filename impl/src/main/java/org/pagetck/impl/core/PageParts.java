package org.pagetck.impl.core;

import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.FrameDeallocator;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.operation.Refusal;

/// Splits a large page into 512 smaller ones, and joins those again. In between nothing is mapped
/// there and nothing is cached: each goes through absence and a flush, so that no mark of a
/// processor is lost. Nothing remains to be flushed.
public final class PageParts {
  private static final long MARKS = EntryFlags.ACCESSED | EntryFlags.DIRTY;
  private static final long RIGHTS = LinkRights.WIDENING;

  private final MapCore core;
  private final Walk walk;
  private final PhysMemory memory;

  /// Creates it over the tables of `core`, whose [MapCore#reason] says why something was refused.
  public PageParts(MapCore core) {
    this.core = core;
    this.walk = core.walk();
    this.memory = core.memory();
  }

  /// Splits `page`, with a frame of `frames` for its table. A page of 4 KiB is OUT_OF_RANGE.
  public boolean split(long page, PageSize size, FrameAllocator frames, FlushSink flushes) {
    if (!core.translatePage(page, size)) {
      return false;
    }
    if (size == PageSize.SIZE_4K) {
      return core.refuse(Refusal.OUT_OF_RANGE);
    }
    var slot = walk.slot();
    var level = walk.level();
    if (!core.chain().take(1, frames)) {
      return core.refuse(Refusal.NO_FRAME);
    }
    var word = exchangeForNothing(slot);
    flushes.flush(page, size.bytes());
    var flags = EntryWord.leafFlags(level, word);
    var piece = core.chain().link(slot, page, level, EntryFlags.PRESENT | (flags & RIGHTS));
    var frame = EntryWord.leafAddress(level, word);
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      var part = frame + index * Levels.entrySpan(level - 1);
      memory.store(
          piece + (long) index * Levels.ENTRY_BYTES, EntryWord.leaf(level - 1, part, flags));
    }
    return true;
  }

  private long exchangeForNothing(long slot) {
    var word = memory.load(slot);
    for (var seen = memory.compareAndExchange(slot, word, 0); seen != word; ) {
      word = seen;
      seen = memory.compareAndExchange(slot, word, 0);
    }
    return word;
  }

  /// Makes the 512 pages in the place of `page` one of `size`, and gives their table back to
  /// `frames`. TABLE_ENTRY where they are not mapped to adjacent frames alike, from one that is
  /// aligned to the size, or where the link above takes rights from them.
  public boolean join(long page, PageSize size, FrameDeallocator frames, FlushSink flushes) {
    if (!core.mayName(page, size)) {
      return false;
    }
    var level = size.leafLevel();
    if (size == PageSize.SIZE_4K) {
      return core.refuse(Refusal.OUT_OF_RANGE);
    }
    var state = walk.to(page, level);
    if (state != SlotState.LINK) {
      return core.refuse(walk.level() == level ? Refusal.NOT_MAPPED : MapCore.parent(state));
    }
    var slot = walk.slot();
    var link = walk.word();
    var table = walk.below(slot, link);
    var first = memory.load(table);
    if (!areOnePage(table, level, first, link)) {
      return core.refuse(Refusal.TABLE_ENTRY);
    }
    var marks = 0L;
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      marks |= exchangeForNothing(table + (long) index * Levels.ENTRY_BYTES) & MARKS;
    }
    memory.store(slot, 0);
    flushes.flushAll();
    var flags = EntryWord.leafFlags(level - 1, first) | marks;
    memory.store(slot, EntryWord.leaf(level, EntryWord.leafAddress(level - 1, first), flags));
    frames.deallocate(EntryWord.linkAddress(link));
    return true;
  }

  private boolean areOnePage(long table, int level, long first, long link) {
    var asked = first & (RIGHTS | EntryFlags.NO_EXECUTE);
    var isNarrowed = (asked & RIGHTS & ~link) != 0 || (link & ~first & EntryFlags.NO_EXECUTE) != 0;
    var frame = EntryWord.leafAddress(level - 1, first);
    if (isNarrowed || (frame & (Levels.entrySpan(level) - 1)) != 0) {
      return false;
    }
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      var word = memory.load(table + (long) index * Levels.ENTRY_BYTES);
      var owed = first + index * Levels.entrySpan(level - 1);
      if (core.stateOf(level - 1, word) != SlotState.LEAF || ((word ^ owed) & ~MARKS) != 0) {
        return false;
      }
    }
    return true;
  }
}
