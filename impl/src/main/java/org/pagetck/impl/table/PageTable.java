package org.pagetck.impl.table;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.mapper.PhysMemory;

/// A view of the table in one frame. It holds no copy: what it returns stands in memory now.
///
/// @param memory holds the table
/// @param frame address of its first byte, a multiple of 4 KiB
/// @param level its level, 1 to 5
public record PageTable(PhysMemory memory, PhysAddr frame, int level) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if the frame is misaligned or outside the memory, or the
  ///   level is not 1 to 5
  public PageTable {
    var offset = frame.bits() - memory.start();
    if (frame.bits() % Levels.TABLE_BYTES != 0
        || offset < 0
        || offset > memory.sizeBytes() - Levels.TABLE_BYTES) {
      throw new IllegalArgumentException("no frame of the memory: " + frame);
    }
    if (level < 1 || level > Levels.ROOT_MAX) {
      throw new IllegalArgumentException("level not 1 to 5: " + level);
    }
  }

  /// Returns the address of the entry at `index`, 0 to 511.
  ///
  /// @throws IndexOutOfBoundsException if the index is not
  public PhysAddr slot(int index) {
    var checked = Objects.checkIndex(index, Levels.ENTRY_COUNT);
    return new PhysAddr(frame.bits() + (long) checked * Levels.ENTRY_BYTES);
  }

  /// Returns the entry at `index`, 0 to 511.
  public PageTableEntry entry(int index) {
    return new PageTableEntry(level, memory.load(slot(index).bits()));
  }

  /// Stores `entry` at `index` by one aligned store.
  ///
  /// @throws IllegalArgumentException if the entry is one of another level
  public void set(int index, PageTableEntry entry) {
    if (entry.level() != level) {
      throw new IllegalArgumentException(
          "entry of level %d in a table of level %d".formatted(entry.level(), level));
    }
    memory.store(slot(index).bits(), entry.word());
  }

  /// Makes all entries unused.
  public void zero() {
    memory.zero(frame.bits());
  }

  /// Returns all 512 entries, as they are now.
  public List<PageTableEntry> entries() {
    return IntStream.range(0, Levels.ENTRY_COUNT).mapToObj(this::entry).toList();
  }

  /// Tells whether all entries are unused.
  public boolean isEmpty() {
    return entries().stream().allMatch(PageTableEntry::isUnused);
  }

  @Override
  public String toString() {
    return "table of level %d at %s".formatted(level, frame);
  }
}
