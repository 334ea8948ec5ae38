package org.pagetck.properties.law;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.properties.memory.TableBytes;

/// What a processor sets in one entry when it uses it.
///
/// @param level the level of the entry
/// @param address an address that it covers
/// @param marks ACCESSED, and DIRTY where it is a leaf that may be written to
record Mark(int level, long address, long marks) {
  private static final long PRESENT = EntryFlags.PRESENT;

  /// Returns the place of the entry, or -1 where it is not there or not present.
  long entry(TableBytes bytes, int levels) {
    var table = bytes.start();
    for (var at = levels; at > level; at--) {
      var word = bytes.load(slot(table, at));
      if (!isLink(word, bytes)) {
        return -1;
      }
      table = EntryWord.linkAddress(word);
    }
    var entry = slot(table, level);
    return (bytes.load(entry) & PRESENT) == 0 ? -1 : entry;
  }

  private long slot(long table, int at) {
    return table + (long) Levels.index(address, at) * Levels.ENTRY_BYTES;
  }

  private static boolean isLink(long word, TableBytes bytes) {
    return (word & (PRESENT | EntryFlags.HUGE_PAGE)) == PRESENT
        && bytes.isWord(EntryWord.linkAddress(word));
  }

  /// Sets ACCESSED in the links above the entry.
  void linksAbove(TableBytes bytes, int levels) {
    for (var at = levels; at > level; at--) {
      var link = new Mark(at, address, EntryFlags.ACCESSED);
      var entry = link.entry(bytes, levels);
      if (entry >= 0) {
        link.set(bytes, entry);
      }
    }
  }

  void set(TableBytes bytes, long entry) {
    bytes.storeAsHost(entry, bytes.load(entry) | marks);
  }

  /// Sets what a processor sets in the entry as it is now: in a link, ACCESSED alone. Tells whether
  /// a processor can use it still.
  boolean setAgain(TableBytes bytes, int levels) {
    var entry = entry(bytes, levels);
    if (entry < 0) {
      return false;
    }
    var isLink = level > 1 && isLink(bytes.load(entry), bytes);
    new Mark(level, address, isLink ? EntryFlags.ACCESSED : marks).set(bytes, entry);
    return true;
  }
}
