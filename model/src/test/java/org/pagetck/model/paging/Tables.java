package org.pagetck.model.paging;

import static org.pagetck.model.entry.EntryFlags.PRESENT;
import static org.pagetck.model.entry.EntryFlags.USER;
import static org.pagetck.model.entry.EntryFlags.WRITABLE;

import java.util.HashMap;
import java.util.Map;
import org.pagetck.model.address.Levels;

/// Words by address, and the chain of tables on the path of [#PAGE]: the table of level n lies at n
/// * 0x1000.
final class Tables implements WordReader {
  static final long ALL_RIGHTS = PRESENT | WRITABLE | USER;
  static final long PAGE = 0x1234_5678_9000L & ~0xfffL;
  static final long FRAME = 0xabc_def0_0000L;

  private final Map<Long, Long> words = new HashMap<>();
  private final int levels;

  private Tables(int levels) {
    this.levels = levels;
  }

  /// Returns links of all rights from the root down to a leaf at `leafLevel` for [#FRAME].
  static Tables linked(int levels, int leafLevel) {
    var tables = new Tables(levels);
    for (var level = levels; level > leafLevel; level--) {
      tables.put(level, table(level - 1) | ALL_RIGHTS);
    }
    var alignment = Levels.entrySpan(leafLevel) - 1;
    tables.put(leafLevel, (FRAME & ~alignment) | ALL_RIGHTS | (leafLevel > 1 ? 1L << 7 : 0));
    return tables;
  }

  static long table(int level) {
    return level * 0x1000L;
  }

  /// Returns where the entry of level `level` on the path lies.
  static long entry(int level) {
    return table(level) + 8L * Levels.index(PAGE, level);
  }

  long root() {
    return table(levels);
  }

  long get(int level) {
    return load(entry(level));
  }

  Tables put(int level, long word) {
    words.put(entry(level), word);
    return this;
  }

  Tables set(int level, long bits) {
    return put(level, get(level) | bits);
  }

  Tables clear(int level, long bits) {
    return put(level, get(level) & ~bits);
  }

  @Override
  public long load(long physicalAddress) {
    return words.getOrDefault(physicalAddress, 0L);
  }
}
