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
  private static final int INDEX_BITS = 9;
  private static final long INDEX_MASK = Levels.ENTRY_COUNT - 1;

  private final PhysMemory memory;
  private final EntryFormat format;
  private final long root;
  private final int levels;
  private final long firstFrame;
  private final long lastFrameOffset;
  private final long leafTest;
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
    this.firstFrame = format.memoryStart();
    this.lastFrameOffset = format.memoryBytes() - Levels.TABLE_BYTES;
    this.leafTest = EntryFlags.PRESENT | format.reservedBits();
    this.linkTest = leafTest | EntryFlags.HUGE_PAGE;
  }

  /// Walks to the slot of `address` at level `target`, or to the first slot above it that holds no
  /// link, and returns its state.
  public final SlotState to(long address, int target) {
    var position = position(address);
    var table = root;
    var passed = -1L;
    var at = levels;
    for (var shift = Levels.shift(at); ; shift -= INDEX_BITS) {
      var here = table + ((position >>> shift) & INDEX_MASK) * Levels.ENTRY_BYTES;
      var found = memory.load(here);
      if (at == target || !isLink(at, found)) {
        slot = here;
        word = found;
        level = at;
        granted = passed;
        return stateOf(at, found);
      }
      passed &= found;
      table = below(here, found);
      at--;
    }
  }

  private SlotState stateOf(int level, long word) {
    // The two states that nearly every walk ends in, by one comparison each.
    if (word == 0) {
      return SlotState.EMPTY;
    }
    return level == 1 && (word & leafTest) == EntryFlags.PRESENT
        ? SlotState.LEAF
        : format.stateOf(level, word);
  }

  /// Forgets the last walk: [#level] is 0 until the next one.
  public final void forget() {
    level = 0;
  }

  /// Returns the address, in the memory, of the table that the link `word` in `slot` leads to: the
  /// physical one.
  protected long below(long slot, long word) {
    return EntryWord.linkAddress(word);
  }

  /// Returns the address of the slot of `address` in `table`, which is one of `level`.
  public final long slotIn(long table, long address, int level) {
    return table + (long) Levels.index(position(address), level) * Levels.ENTRY_BYTES;
  }

  /// Returns the bits that indices are cut from: the address itself.
  protected long position(long address) {
    return address;
  }

  /// Tells whether `word`, found at `level` 2 to 5, leads on to a table: [SlotState#LINK] by one
  /// comparison of bits.
  protected boolean isLink(int level, long word) {
    return (word & linkTest) == EntryFlags.PRESENT
        && Long.compareUnsigned(EntryWord.linkAddress(word) - firstFrame, lastFrameOffset) <= 0;
  }

  /// Returns the address of the slot where the walk ended.
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
