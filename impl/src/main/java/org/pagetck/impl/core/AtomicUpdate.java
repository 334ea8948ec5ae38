package org.pagetck.impl.core;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Refusal;

/// Changes of leaves that processors use meanwhile: each store is an exchange, so that ACCESSED and
/// DIRTY which a processor sets in between are kept.
public final class AtomicUpdate {
  private static final long MARKS = EntryFlags.ACCESSED | EntryFlags.DIRTY;

  private final MapCore core;
  private final Walk walk;
  private final PhysMemory memory;
  private Owed owed = Owed.NOTHING;

  /// Creates it over the tables of `core`, whose [MapCore#reason] says why a change was refused.
  public AtomicUpdate(MapCore core) {
    this.core = core;
    this.walk = core.walk();
    this.memory = core.memory();
  }

  /// Replaces the flags of `page` but ACCESSED and DIRTY, which it keeps as they are and gains
  /// where `flags` have them. `flags` must have PRESENT.
  public boolean update(long page, PageSize size, long flags) {
    owed = Owed.NOTHING;
    if (!core.translatePage(page, size) || !core.mayLeafHave(flags)) {
      return false;
    }
    if ((flags & EntryFlags.PRESENT) == 0) {
      return core.refuse(Refusal.INVALID_FLAGS);
    }
    var before = core.flags();
    var lacking = ~walk.granted() & flags & LinkRights.WIDENING;
    if (lacking != 0) {
      // What links give must not come together with what the leaf is about to lose.
      replace((flags & (before | ~LinkRights.WIDENING)) | (before & EntryFlags.NO_EXECUTE));
      owed = core.widenLinks(page, flags);
    }
    replace(flags);
    if (owed == Owed.NOTHING && MapCore.takesAway(before, flags)) {
      owed = Owed.PAGE;
    }
    return true;
  }

  private void replace(long flags) {
    var level = walk.level();
    var word = memory.load(walk.slot());
    while (true) {
      var kept = flags | (EntryWord.leafFlags(level, word) & MARKS);
      var next = EntryWord.leaf(level, EntryWord.leafAddress(level, word), kept);
      var seen = next == word ? word : memory.compareAndExchange(walk.slot(), word, next);
      if (seen == word) {
        return;
      }
      word = seen;
    }
  }

  /// Clears `marks`, of ACCESSED and DIRTY, in the leaf of `page`; [MapCore#flags] are those
  /// before. Until the page is flushed, a processor that keeps its translation sets none of them
  /// again.
  public boolean takeMarks(long page, PageSize size, long marks) {
    owed = Owed.NOTHING;
    if (!core.translatePage(page, size)) {
      return false;
    }
    var word = memory.load(walk.slot());
    while (true) {
      var next = word & ~(marks & MARKS);
      var seen = next == word ? word : memory.compareAndExchange(walk.slot(), word, next);
      if (seen == word) {
        break;
      }
      word = seen;
    }
    owed = (word & marks & MARKS) == 0 ? Owed.NOTHING : Owed.PAGE;
    return core.found(
        EntryWord.leafAddress(walk.level(), word), EntryWord.leafFlags(walk.level(), word));
  }

  /// Returns what is owed for the last change.
  public Flush flush() {
    return owed.flush();
  }
}
