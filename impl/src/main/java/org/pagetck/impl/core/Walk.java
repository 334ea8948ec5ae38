package org.pagetck.impl.core;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.PhysMemory;

/// The way from the root to one slot. After [#to] its fields say where the way ended and what stood
/// there.
public class Walk {
  private final PhysMemory memory;
  private final EntryFormat format;
  private final long root;
  private final int levels;
  private final long linkTest;

  private long slot;
  private long word;
  private int level;
  private long granted;

  /// Creates a walk in `space`.
  public Walk(TableSpace space) {
    this.memory = space.memory();
    this.format = space.format();
    this.root = space.root();
    this.levels = space.levels();
    this.linkTest = EntryFlags.PRESENT | EntryFlags.HUGE_PAGE | format.reservedBits();
  }

  /// Walks to the slot of `address` at level `target`, or to the first slot above it that holds no
  /// link, and returns its state.
  public final SlotState to(long address, int target) {
    var table = root;
    var passed = -1L;
    var at = levels;
    while (true) {
      var here = slotIn(table, address, at);
      var found = memory.load(here);
      if (at == target || !isLink(at, found)) {
        slot = here;
        word = found;
        level = at;
        granted = passed;
        return format.stateOf(at, found);
      }
      passed &= found;
      table = EntryWord.linkAddress(found);
      at--;
    }
  }

  /// Forgets the last walk: [#level] is 0 until the next one.
  public final void forget() {
    level = 0;
    word = 0;
  }

  /// Returns the physical address of the slot of `address` in `table`, which is one of `level`.
  public final long slotIn(long table, long address, int level) {
    return table + (long) index(address, level) * Levels.ENTRY_BYTES;
  }

  /// Returns the index of `address` into its table of `level`.
  protected int index(long address, int level) {
    return Levels.index(address, level);
  }

  /// Tells whether `word`, found at `level` 2 to 5, leads on to a table: [SlotState#LINK] by one
  /// comparison of bits.
  protected boolean isLink(int level, long word) {
    return (word & linkTest) == EntryFlags.PRESENT
        && format.isInMemory(EntryWord.linkAddress(word));
  }

  /// Returns the physical address of the slot where the walk ended.
  public final long slot() {
    return slot;
  }

  /// Returns what stood in the slot.
  public final long word() {
    return word;
  }

  /// Returns the level of the slot, or 0 where no walk was made.
  public final int level() {
    return level;
  }

  /// Returns the bits that all links on the way have; all bits where there was none.
  public final long granted() {
    return granted;
  }
}
