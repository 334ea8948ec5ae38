package org.pagetck.model.address;

/// Arithmetic of table levels over raw addresses: 1 is the level of 4 KiB leaves, 4 or 5 the
/// root's.
///
/// Source: Intel SDM vol. 3, "Hierarchical Paging Structures: an Overview".
public final class Levels {
  /// Entries of one table.
  public static final int ENTRY_COUNT = 512;

  /// Bytes of one entry.
  public static final int ENTRY_BYTES = 8;

  /// Bytes of one table, and of the frame that holds it.
  public static final int TABLE_BYTES = ENTRY_COUNT * ENTRY_BYTES;

  /// The deepest root there is.
  public static final int ROOT_MAX = 5;

  /// The level of the root where there are as few as may be.
  public static final int ROOT_MIN = 4;

  private static final int PAGE_SHIFT = 12;
  private static final int INDEX_BITS = 9;

  private Levels() {}

  /// Returns how many address bits lie below the index into a table of `level`: 12, 21, 30, 39, 48.
  public static int shift(int level) {
    return PAGE_SHIFT + INDEX_BITS * (level - 1);
  }

  /// Returns how many bytes of virtual space one entry of a table of `level` covers.
  public static long entrySpan(int level) {
    return 1L << shift(level);
  }

  /// Returns the index of `address` into its table of `level`, 0 to 511.
  public static int index(long address, int level) {
    return (int) (address >>> shift(level)) & (ENTRY_COUNT - 1);
  }

  /// Returns the number of significant address bits with `levels` levels: 48 or 57.
  public static int virtualBits(int levels) {
    return shift(levels + 1);
  }

  /// Tells whether the bits of `address` above the significant ones repeat the highest of them
  /// (Intel SDM vol. 1, "Canonical Addressing").
  public static boolean isCanonical(long address, int levels) {
    var unused = Long.SIZE - virtualBits(levels);
    return address << unused >> unused == address;
  }

  /// Returns `address` with the bits above the significant ones set to the highest of them.
  public static long signExtend(long address, int levels) {
    var unused = Long.SIZE - virtualBits(levels);
    return address << unused >> unused;
  }

  /// Returns `address` without the bits above the significant ones.
  public static long significant(long address, int levels) {
    return address & ((1L << virtualBits(levels)) - 1);
  }
}
