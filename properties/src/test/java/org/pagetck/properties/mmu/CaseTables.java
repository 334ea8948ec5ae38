package org.pagetck.properties.mmu;

import static org.pagetck.model.entry.EntryFlags.ACCESSED;
import static org.pagetck.model.entry.EntryFlags.DIRTY;
import static org.pagetck.model.entry.EntryFlags.HUGE_PAGE;
import static org.pagetck.model.entry.EntryFlags.PRESENT;
import static org.pagetck.model.entry.EntryFlags.USER;
import static org.pagetck.model.entry.EntryFlags.WRITABLE;

import java.lang.foreign.Arena;
import org.pagetck.model.address.Levels;

/// One page of each size with all rights, ACCESSED and DIRTY set throughout, to be changed by a
/// case. The table of level n lies in the n-th frame of the memory, counted from 1; the page of 4
/// KiB is mapped to the sixth.
final class CaseTables {
  /// An address in the page of 4 KiB.
  static final long SMALL = 0x5010;

  /// An address in the page of 2 MiB.
  static final long LARGE = 0x20_0000 + 0x1_2345;

  /// An address in the page of 1 GiB.
  static final long HUGE = 0x4000_0000L + 0x61_2345;

  static final long LARGE_FRAME = 0x4000_0000L;
  static final long HUGE_FRAME = 0x8000_0000L;

  private static final long START = 0x1_0000_0000L;
  private static final int FRAME_COUNT = 8;
  private static final long ALL = PRESENT | WRITABLE | USER | ACCESSED | DIRTY;

  private final MmuMemory memory;
  private final int levels;
  private final int width;

  CaseTables(MmuMemory memory, int levels, int width) {
    this.memory = memory;
    this.levels = levels;
    this.width = width;
    memory.bytes().fill((byte) 0);
    for (var level = levels; level > 1; level--) {
      put(level, table(level - 1) | ALL);
    }
    put(1, smallFrame() | ALL);
    memory.store(largeEntry(), LARGE_FRAME | HUGE_PAGE | ALL);
    memory.store(hugeEntry(), HUGE_FRAME | HUGE_PAGE | ALL);
  }

  /// Returns memory of the size and at the address that the tables are made for.
  static MmuMemory memory(Arena arena) {
    var sizeBytes = (long) FRAME_COUNT * Levels.TABLE_BYTES;
    return new MmuMemory(arena.allocate(sizeBytes, Levels.TABLE_BYTES), START);
  }

  MmuMemory memory() {
    return memory;
  }

  int levels() {
    return levels;
  }

  /// Returns the physical width that cases are made for.
  int width() {
    return width;
  }

  static long table(int level) {
    return START + (level - 1L) * Levels.TABLE_BYTES;
  }

  long root() {
    return table(levels);
  }

  private static long smallFrame() {
    return table(6);
  }

  /// Returns where [#SMALL] leads.
  long smallTarget() {
    return smallFrame() + (SMALL & 0xfff);
  }

  /// Returns where the entry at `level` on the path of [#SMALL] lies.
  long entry(int level) {
    return table(level) + (level == 1 ? 5L : 0) * Levels.ENTRY_BYTES;
  }

  /// Returns where the leaf of 2 MiB lies.
  long largeEntry() {
    return table(2) + Levels.ENTRY_BYTES;
  }

  /// Returns where the leaf of 1 GiB lies.
  long hugeEntry() {
    return table(3) + Levels.ENTRY_BYTES;
  }

  long get(int level) {
    return memory.load(entry(level));
  }

  CaseTables put(int level, long word) {
    return store(entry(level), word);
  }

  CaseTables set(int level, long bits) {
    return put(level, get(level) | bits);
  }

  CaseTables clear(int level, long bits) {
    return put(level, get(level) & ~bits);
  }

  CaseTables store(long address, long word) {
    memory.store(address, word);
    return this;
  }

  CaseTables setLarge(long bits) {
    return store(largeEntry(), memory.load(largeEntry()) | bits);
  }

  CaseTables setHuge(long bits) {
    return store(hugeEntry(), memory.load(hugeEntry()) | bits);
  }
}
