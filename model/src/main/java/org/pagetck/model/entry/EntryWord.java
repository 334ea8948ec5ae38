package org.pagetck.model.entry;

/// The coding of a table entry as a 64-bit word: where each level keeps the address, PAT and the
/// page-size bit.
///
/// Source: Intel SDM vol. 3, "4-Level Paging and 5-Level Paging", the tables of entry formats.
public final class EntryWord {
  /// Bits 12 to 51: the address of a table or of a 4 KiB frame.
  public static final long ADDRESS_MASK = 0x000f_ffff_ffff_f000L;

  private static final long PAT_SMALL = 1L << 7;
  private static final long PAT_HUGE = EntryFlags.PAT;
  private static final long HUGE_ADDRESS_MASK = ADDRESS_MASK & ~PAT_HUGE;
  private static final long FLAG_BITS = ~ADDRESS_MASK;

  private EntryWord() {}

  /// Returns the word of a leaf at `level` 1 to 3 with `flags` for `frame`; HUGE_PAGE is set at
  /// levels 2 and 3.
  public static long leaf(int level, long frame, long flags) {
    if (level == 1) {
      var pat = (flags & EntryFlags.PAT) != 0 ? PAT_SMALL : 0;
      return frame | (flags & ~EntryFlags.PAT) | pat;
    }
    return frame | flags | EntryFlags.HUGE_PAGE;
  }

  /// Returns the word of a link to the table at `frame`.
  public static long link(long frame, long flags) {
    return frame | flags;
  }

  /// Returns the flags of a leaf or RESERVED `word` at `level`, without HUGE_PAGE.
  public static long leafFlags(int level, long word) {
    if (level == 1) {
      var pat = (word & PAT_SMALL) != 0 ? EntryFlags.PAT : 0;
      return (word & FLAG_BITS & ~PAT_SMALL) | pat;
    }
    return word & (FLAG_BITS | PAT_HUGE) & ~EntryFlags.HUGE_PAGE;
  }

  /// Returns the address of a leaf or RESERVED `word` at `level`. It may be unaligned for the size.
  public static long leafAddress(int level, long word) {
    return word & (level == 1 ? ADDRESS_MASK : HUGE_ADDRESS_MASK);
  }

  /// Returns the flags of a link.
  public static long linkFlags(long word) {
    return word & FLAG_BITS;
  }

  /// Returns the address of the table that a link points at.
  public static long linkAddress(long word) {
    return word & ADDRESS_MASK;
  }
}
