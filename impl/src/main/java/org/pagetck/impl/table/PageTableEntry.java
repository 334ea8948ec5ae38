package org.pagetck.impl.table;

import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;

/// One entry of a table: a word, read as its level wants it.
///
/// A present word above level 1 without the page-size bit reads as a link, every other word as a
/// leaf, whose PAT stands at bit 7 of level 1 and at bit 12 above.
///
/// @param level level of the table that holds it, 1 to 5
/// @param word the 64 bits
public record PageTableEntry(int level, long word) {
  /// Checks the level.
  ///
  /// @throws IllegalArgumentException if it is not 1 to 5
  public PageTableEntry {
    if (level < 1 || level > 5) {
      throw new IllegalArgumentException("level not 1 to 5: " + level);
    }
  }

  /// Returns an entry of `level` that holds nothing.
  public static PageTableEntry unused(int level) {
    return new PageTableEntry(level, 0);
  }

  /// Returns the link at `level` to the table at `table`; PRESENT is added.
  public static PageTableEntry link(int level, PhysAddr table, EntryFlags flags) {
    return new PageTableEntry(
        level, EntryWord.link(table.bits(), flags.bits() | EntryFlags.PRESENT));
  }

  /// Returns the leaf at `level` for the frame at `frame`; the page-size bit is set above level 1.
  public static PageTableEntry leaf(int level, PhysAddr frame, EntryFlags flags) {
    return new PageTableEntry(level, EntryWord.leaf(level, frame.bits(), flags.bits()));
  }

  /// Tells whether the word is 0.
  public boolean isUnused() {
    return word == 0;
  }

  /// Returns the state of the slot that holds it, on a machine of `format`.
  public SlotState state(EntryFormat format) {
    return format.stateOf(level, word);
  }

  private boolean readsAsLink() {
    return level > 1 && (word & (EntryFlags.PRESENT | EntryFlags.HUGE_PAGE)) == EntryFlags.PRESENT;
  }

  /// Returns the flags, without HUGE_PAGE.
  public EntryFlags flags() {
    return new EntryFlags(
        readsAsLink() ? EntryWord.linkFlags(word) : EntryWord.leafFlags(level, word));
  }

  /// Returns the address of the table or frame.
  public PhysAddr address() {
    return new PhysAddr(
        readsAsLink() ? EntryWord.linkAddress(word) : EntryWord.leafAddress(level, word));
  }

  /// Returns the entry with other flags and the same address; a link stays one only with PRESENT.
  public PageTableEntry withFlags(EntryFlags flags) {
    return readsAsLink()
        ? new PageTableEntry(level, EntryWord.link(EntryWord.linkAddress(word), flags.bits()))
        : leaf(level, address(), flags);
  }

  @Override
  public String toString() {
    return isUnused()
        ? "level %d unused".formatted(level)
        : "level %d %s %s".formatted(level, address(), flags());
  }
}
