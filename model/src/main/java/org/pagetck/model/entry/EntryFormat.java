package org.pagetck.model.entry;

import org.pagetck.model.address.Levels;

/// What makes an entry malformed on one machine: its physical width, whether bit 63 means
/// NO_EXECUTE, and where its memory lies.
///
/// @param physicalWidth bits of a physical address, 32 to 52
/// @param noExecute whether EFER.NXE is set; if not, bit 63 is reserved
/// @param memoryStart the first byte of the memory that tables may lie in
/// @param memoryBytes its length in bytes
public record EntryFormat(
    int physicalWidth, boolean noExecute, long memoryStart, long memoryBytes) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if the width is not 32 to 52
  public EntryFormat {
    if (physicalWidth < 32 || physicalWidth > 52) {
      throw new IllegalArgumentException("physical width not 32 to 52: " + physicalWidth);
    }
  }

  /// Returns the address bits 12 to 51 that are past the physical width, and bit 63 where it is
  /// reserved.
  public long reservedBits() {
    var past = physicalWidth == 52 ? 0 : EntryWord.ADDRESS_MASK & (-1L << physicalWidth);
    return noExecute ? past : past | EntryFlags.NO_EXECUTE;
  }

  /// Tells whether a whole frame of 4 KiB at `address` lies inside the memory.
  public boolean isInMemory(long address) {
    return Long.compareUnsigned(address - memoryStart, memoryBytes - Levels.TABLE_BYTES) <= 0;
  }

  /// Tells whether `frame` is below the physical width.
  public boolean isInWidth(long frame) {
    return frame >>> physicalWidth == 0;
  }

  /// Returns the state of a slot at `level`, 1 to 5, that holds `word`.
  public SlotState stateOf(int level, long word) {
    if (word == 0) {
      return SlotState.EMPTY;
    }
    if ((word & EntryFlags.PRESENT) == 0) {
      return SlotState.RESERVED;
    }
    if ((word & reservedBits()) != 0) {
      return SlotState.MALFORMED;
    }
    if (level == 1) {
      return SlotState.LEAF;
    }
    if ((word & EntryFlags.HUGE_PAGE) == 0) {
      return isInMemory(EntryWord.linkAddress(word)) ? SlotState.LINK : SlotState.MALFORMED;
    }
    if (level > 3) {
      return SlotState.MALFORMED;
    }
    var aligned = (EntryWord.leafAddress(level, word) & (Levels.entrySpan(level) - 1)) == 0;
    return aligned ? SlotState.LEAF : SlotState.MALFORMED;
  }
}
