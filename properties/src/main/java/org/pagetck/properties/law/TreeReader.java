package org.pagetck.properties.law;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.properties.law.Tree.Entry;
import org.pagetck.properties.memory.TableBytes;

/// Reads the tree below a top table. An entry that leads back to it is left out.
final class TreeReader {
  /// Tables that form no tree may be met again and again; nothing is said of so many.
  private static final int TABLE_COUNT_MAX = 4_096;

  private final TableBytes bytes;
  private final EntryFormat format;
  private final int levels;
  private final OptionalInt recursiveSlot;
  private int tableCount;

  TreeReader(TableBytes bytes, EntryFormat format, int levels, OptionalInt recursiveSlot) {
    this.bytes = bytes;
    this.format = format;
    this.levels = levels;
    this.recursiveSlot = recursiveSlot;
  }

  /// Returns the tree, or nothing where there are too many tables.
  Optional<Tree> read() {
    tableCount = 0;
    var tree = table(bytes.start(), levels);
    return tableCount > TABLE_COUNT_MAX ? Optional.empty() : Optional.of(tree);
  }

  private Tree table(long frame, int level) {
    tableCount++;
    var entries = new TreeMap<Integer, Entry>();
    for (var index = bytes.firstNonZero(frame, 0);
        index >= 0 && tableCount <= TABLE_COUNT_MAX;
        index = bytes.firstNonZero(frame, index + 1)) {
      if (level < levels || index != recursiveSlot.orElse(-1)) {
        var word = bytes.load(frame + (long) index * Levels.ENTRY_BYTES);
        entries.put(index, entry(level, word));
      }
    }
    return new Tree(level, entries);
  }

  private Entry entry(int level, long word) {
    return format.stateOf(level, word) == SlotState.LINK
        ? new Entry(
            EntryWord.linkFlags(word), Optional.of(table(EntryWord.linkAddress(word), level - 1)))
        : new Entry(word, Optional.empty());
  }
}
