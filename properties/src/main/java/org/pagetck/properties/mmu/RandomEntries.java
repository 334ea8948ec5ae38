package org.pagetck.properties.mmu;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.properties.choice.Choices;

/// Table entries of every sort: rights, ignored bits, and now and then one that is absent or has a
/// reserved bit set.
///
/// @param mode what decides which bits are reserved
/// @param memory where some leaves lead to
/// @param choices where the entries come from
record RandomEntries(PagingMode mode, MmuMemory memory, Choices choices) {
  private static final long FREE =
      EntryFlags.WRITE_THROUGH
          | EntryFlags.NO_CACHE
          | EntryFlags.ACCESSED
          | EntryFlags.DIRTY
          | EntryFlags.GLOBAL
          | EntryFlags.SOFTWARE;
  private static final int PAT_HUGE_BIT = 12;

  /// Returns a link at `level` to the table at `address`.
  long link(int level, long address) {
    var pageSize = level > 3 && choices.oneIn(40) ? EntryFlags.HUGE_PAGE : 0;
    return finish(address | pageSize);
  }

  /// Returns a leaf at `level`, 1 to 3.
  long leaf(int level) {
    var frame = frame() & -Levels.entrySpan(level);
    if (level == 1) {
      // Bit 7 is PAT here.
      return finish(frame | choices.bits(1) << 7);
    }
    var pat = choices.bits(1) << PAT_HUGE_BIT;
    var unaligned =
        choices.oneIn(15)
            ? 1L << (PAT_HUGE_BIT + 1 + choices.below(Levels.shift(level) - PAT_HUGE_BIT - 1))
            : 0;
    return finish(frame | pat | unaligned | EntryFlags.HUGE_PAGE);
  }

  private long frame() {
    var limit = 1L << mode.physicalWidth();
    return switch (choices.weighted(1, 4, 1, 1)) {
      case 0 -> 0;
      case 1 -> choices.bits(mode.physicalWidth()) & EntryWord.ADDRESS_MASK;
      case 2 ->
          memory.start()
              + (long) choices.below((int) (memory.bytes().byteSize() >>> 12)) * Levels.TABLE_BYTES;
      default -> limit - Levels.TABLE_BYTES;
    };
  }

  private long finish(long word) {
    if (choices.oneIn(25)) {
      return choices.oneIn(2) ? word & ~EntryFlags.PRESENT : choices.bits(63) << 1;
    }
    return word
        | EntryFlags.PRESENT
        | (choices.bits(64) & FREE)
        | (choices.oneIn(4) ? 0 : EntryFlags.WRITABLE)
        | (choices.oneIn(4) ? 0 : EntryFlags.USER)
        | (choices.oneIn(mode.noExecute() ? 8 : 80) ? EntryFlags.NO_EXECUTE : 0)
        | (choices.oneIn(40) ? pastTheWidth() : 0);
  }

  private long pastTheWidth() {
    var width = mode.physicalWidth();
    return width == 52 ? 0 : 1L << (width + choices.below(52 - width));
  }
}
