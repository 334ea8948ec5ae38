package org.pagetck.model.paging;

import org.pagetck.model.entry.EntryFlags;

/// The outcome of a walk as a 64-bit word: two addresses of one page with equal words are
/// translated by equal leaves with equal rights, memory type and GLOBAL. ACCESSED, DIRTY and
/// ignored bits leave no mark.
///
/// | bits | what |
/// |---|---|
/// | 0..2 | the level of the last entry read, 5 to 1; 0 if none was |
/// | 3..4 | LEAF 0, absent 1, reserved bit 2, not canonical 3 |
/// | 5..7 | WRITABLE and USER in all entries, NO_EXECUTE in any |
/// | 8 | GLOBAL of the leaf |
/// | 9..11 | the leaf's PWT, PCD and PAT |
/// | 12..51 | the 4 KiB frame that holds the address |
public final class WalkWord {
  private static final int ENDING_SHIFT = 3;
  private static final int FLAGS_SHIFT = 5;
  private static final int GLOBAL_SHIFT = 8;
  private static final int TYPE_SHIFT = 9;
  private static final long ENDING_MASK = 3L << ENDING_SHIFT;
  private static final long FRAME_MASK = 0x000f_ffff_ffff_f000L;
  private static final int PAT_SMALL_BIT = 7;
  private static final int PAT_HUGE_BIT = 12;

  /// The word of every address that is not canonical.
  static final long NOT_CANONICAL = 3L << ENDING_SHIFT;

  private WalkWord() {}

  static long absent(int level) {
    return level | 1L << ENDING_SHIFT;
  }

  static long reserved(int level) {
    return level | 2L << ENDING_SHIFT;
  }

  /// @param combined R/W and U/S of all entries ANDed, XD of all ORed, at their places
  static long leaf(int level, long leaf, long combined, long address) {
    var patBit = level == 1 ? PAT_SMALL_BIT : PAT_HUGE_BIT;
    var flags = ((combined >>> 1) & 3) | ((combined >>> 63) << 2);
    var type = ((leaf >>> 3) & 3) | (((leaf >>> patBit) & 1) << 2);
    var global = (leaf & EntryFlags.GLOBAL) != 0 ? 1L : 0;
    return level
        | flags << FLAGS_SHIFT
        | global << GLOBAL_SHIFT
        | type << TYPE_SHIFT
        | (address & FRAME_MASK);
  }

  /// Tells whether the walk ended at a leaf.
  public static boolean isLeaf(long word) {
    return (word & ENDING_MASK) == 0;
  }

  /// Tells whether the walk ended at an entry with PRESENT clear.
  public static boolean isAbsent(long word) {
    return (word & ENDING_MASK) == 1L << ENDING_SHIFT;
  }

  /// Tells whether the walk ended at a present entry with a reserved bit set.
  public static boolean isReserved(long word) {
    return (word & ENDING_MASK) == 2L << ENDING_SHIFT;
  }

  /// Tells whether the address was not canonical.
  public static boolean isNotCanonical(long word) {
    return (word & ENDING_MASK) == NOT_CANONICAL;
  }

  /// Returns the level of the last entry read, 5 to 1, or 0 if none was.
  public static int level(long word) {
    return (int) word & 7;
  }

  /// Returns the physical address that `address` was translated to; only for leaves.
  public static long physicalAddress(long word, long address) {
    return (word & FRAME_MASK) | (address & 0xfff);
  }

  /// Returns the [Rights#bits] granted: none unless a leaf was found.
  public static long rights(long word) {
    return isLeaf(word) ? Rights.bitsOf(flags(word)) : 0;
  }

  /// Returns WRITABLE and USER if all entries have it, NO_EXECUTE if any has; only for leaves.
  public static long flags(long word) {
    return (word >>> FLAGS_SHIFT & 3) << 1 | (word >>> (FLAGS_SHIFT + 2) & 1) << 63;
  }

  /// Tells whether the leaf is GLOBAL.
  public static boolean isGlobal(long word) {
    return (word >>> GLOBAL_SHIFT & 1) != 0;
  }

  /// Returns the number of the PAT's field that gives the memory type, 0 to 7 (Intel SDM vol. 3,
  /// "Paging and Memory Typing When the PAT is Supported").
  public static int memoryType(long word) {
    return (int) (word >>> TYPE_SHIFT) & 7;
  }

  /// Returns the number of the PAT's field that a leaf with the abstract `flags` asks for.
  public static int memoryTypeOf(long flags) {
    return ((int) (flags >>> 3) & 3) | ((flags & EntryFlags.PAT) == 0 ? 0 : 4);
  }
}
