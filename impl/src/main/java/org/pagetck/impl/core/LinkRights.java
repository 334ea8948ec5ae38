package org.pagetck.impl.core;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.mapper.PhysMemory;

/// Gives the links above a page the rights that the page needs, from the root down.
///
/// A link that gains USER may narrow what the kernel could do below it (SMEP, SMAP). One page flush
/// is enough while the page is the only user page that hangs on that link.
final class LinkRights {
  /// The flags of links that are ever added to: NO_EXECUTE there would narrow other pages.
  static final long WIDENING = EntryFlags.WRITABLE | EntryFlags.USER;

  /// How many tables are looked through for another user page before a full flush is taken as the
  /// cheaper answer.
  private static final int TABLE_COUNT_MAX = 256;

  private final PhysMemory memory;
  private final EntryFormat format;
  private final long root;
  private final int levels;
  private final Walk walk;
  private int tableCount;

  LinkRights(TableSpace space, Walk walk) {
    this.memory = space.memory();
    this.format = space.format();
    this.root = space.root();
    this.levels = space.levels();
    this.walk = walk;
  }

  /// Adds what `flags` has of WRITABLE and USER to the links that the last walk, towards `address`,
  /// went through. Returns the flush that this takes.
  Owed widen(long address, long flags) {
    return lacks(flags) ? addRights(address, flags & WIDENING) : Owed.NOTHING;
  }

  /// Tells whether a link that the last walk went through lacks a right that `flags` have.
  boolean lacks(long flags) {
    return (~walk.granted() & flags & WIDENING) != 0;
  }

  private Owed addRights(long address, long rights) {
    var table = root;
    var userTable = 0L;
    var userLevel = 0;
    for (var at = levels; at > walk.level(); at--) {
      var slot = walk.slotIn(table, address, at);
      var word = memory.load(slot);
      table = walk.below(slot, word);
      if ((word & rights) != rights) {
        Exchange.add(memory, slot, word, rights);
        if (userLevel == 0 && (~word & rights & EntryFlags.USER) != 0) {
          userTable = table;
          userLevel = at - 1;
        }
      }
    }
    return userLevel == 0 ? Owed.NOTHING : flushFor(userTable, userLevel);
  }

  private Owed flushFor(long table, int level) {
    tableCount = 0;
    return hasUserPage(table, level) ? Owed.EVERYTHING : Owed.PAGE;
  }

  /// Tells whether a page below `table` of `level`, but for the one that the walk ended at, is a
  /// user page as far down as the links allow.
  private boolean hasUserPage(long table, int level) {
    if (++tableCount > TABLE_COUNT_MAX) {
      return true;
    }
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      var slot = table + (long) index * Levels.ENTRY_BYTES;
      var word = memory.load(slot);
      if ((word & EntryFlags.USER) != 0 && slot != walk.slot() && isUserPage(slot, word, level)) {
        return true;
      }
    }
    return false;
  }

  private boolean isUserPage(long slot, long word, int level) {
    return switch (format.stateOf(level, word)) {
      case EMPTY, RESERVED, MALFORMED -> false;
      case LEAF -> true;
      case LINK -> hasUserPage(walk.below(slot, word), level - 1);
    };
  }
}
