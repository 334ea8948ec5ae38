package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;

/// What a walk finds, in one long: nothing, a leaf with the rights that all levels leave it, or a
/// table that was not looked into.
///
/// Bits 12 to 51 are the frame of the leaf or table.
final class Sight {
  /// No translation.
  static final long ABSENT = 0;

  /// Rights as bits: WRITABLE, USER, and bit 0 for execution.
  static final long RIGHTS = EntryFlags.WRITABLE | EntryFlags.USER | 1;

  /// All rights, and NO_EXECUTE turned round.
  static final long ALL_RIGHTS = EntryFlags.WRITABLE | EntryFlags.USER | EntryFlags.NO_EXECUTE;

  private static final long GLOBAL = 1 << 3;
  private static final long WRITE_THROUGH = 1 << 4;
  private static final long NO_CACHE = 1 << 5;
  private static final long PAT = 1 << 6;
  private static final long TABLE = 1 << 7;
  private static final int LEVEL_SHIFT = 8;
  private static final long LEVEL_MASK = 7;
  private static final long TRANSLATION = ~(RIGHTS | GLOBAL);

  private Sight() {}

  /// Returns `rights` as far as `word` leaves them; both with NO_EXECUTE turned round.
  static long restrict(long rights, long word) {
    return rights & (word ^ EntryFlags.NO_EXECUTE);
  }

  /// Returns the sight of the leaf `word` at `level`, which leaves `rights`.
  static long leaf(int level, long word, long rights) {
    var flags = EntryWord.leafFlags(level, word);
    return EntryWord.leafAddress(level, word)
        | bits(rights)
        | ((flags & EntryFlags.GLOBAL) != 0 ? GLOBAL : 0)
        | ((flags & EntryFlags.WRITE_THROUGH) != 0 ? WRITE_THROUGH : 0)
        | ((flags & EntryFlags.NO_CACHE) != 0 ? NO_CACHE : 0)
        | ((flags & EntryFlags.PAT) != 0 ? PAT : 0)
        | ((long) level << LEVEL_SHIFT);
  }

  /// Returns the sight of the table at `frame` below an entry of `level` with `rights`.
  static long table(int level, long frame, long rights) {
    return frame | bits(rights) | TABLE | ((long) level << LEVEL_SHIFT);
  }

  private static long bits(long rights) {
    return (rights & (EntryFlags.WRITABLE | EntryFlags.USER))
        | ((rights & EntryFlags.NO_EXECUTE) != 0 ? 1 : 0);
  }

  static boolean isTable(long sight) {
    return (sight & TABLE) != 0;
  }

  static boolean isGlobal(long sight) {
    return (sight & GLOBAL) != 0;
  }

  /// Returns the frame of the leaf or table.
  static long frame(long sight) {
    return sight & EntryWord.ADDRESS_MASK;
  }

  static int level(long sight) {
    return (int) (sight >>> LEVEL_SHIFT & LEVEL_MASK);
  }

  /// Tells whether both lead to the same memory of the same type, in pages of one size.
  static boolean isSamePlace(long one, long other) {
    return ((one ^ other) & TRANSLATION) == 0;
  }

  /// Tells whether `middle` is `one` or `other`, or differs from both in rights alone and has each
  /// right as one of them has it.
  static boolean isBetween(long middle, long one, long other) {
    return same(middle, one)
        || same(middle, other)
        || (isSamePlace(middle, one)
            && isSamePlace(middle, other)
            && ((middle ^ one) & (middle ^ other) & RIGHTS) == 0);
  }

  /// Tells whether both are the same, GLOBAL aside.
  static boolean same(long one, long other) {
    return ((one ^ other) & ~GLOBAL) == 0;
  }

  /// Tells whether `sight` is `whole` with fewer rights, or with as many.
  static boolean isWithin(long sight, long whole) {
    return isSamePlace(sight, whole) && (sight & ~whole & RIGHTS) == 0;
  }

  /// Tells whether a cache that holds `cached` grants what `now` does not. USER counts both ways:
  /// gained, it takes from the kernel under SMEP and SMAP.
  static boolean isStale(long cached, long now) {
    return cached != ABSENT
        && (!isSamePlace(cached, now)
            || (cached & ~now & RIGHTS) != 0
            || ((cached ^ now) & EntryFlags.USER) != 0);
  }

  /// Returns what a walk of `address` found as `sight`, as if it were a 4 KiB page: pages of any
  /// size that lead to the same memory look alike. What is no page stays as it is.
  static long at(long sight, long address) {
    if (sight == ABSENT || isTable(sight)) {
      return sight;
    }
    var inside = address & (Levels.entrySpan(level(sight)) - 1) & EntryWord.ADDRESS_MASK;
    return shifted(sight, inside) & ~(LEVEL_MASK << LEVEL_SHIFT);
  }

  /// Returns `whole` as it is `offset` bytes further on.
  static long shifted(long whole, long offset) {
    return whole + offset;
  }

  /// Tells whether `piece`, of a smaller page, says what `whole` says `offset` bytes into it.
  static boolean isPiece(long piece, long whole, long offset) {
    var levels = LEVEL_MASK << LEVEL_SHIFT;
    return ((piece ^ shifted(whole, offset)) & ~levels) == 0;
  }

  /// Returns what it is, for people.
  static String describe(long sight) {
    if (sight == ABSENT) {
      return "nothing";
    }
    return "%s 0x%x (%s%s%s%s)"
        .formatted(
            isTable(sight) ? "the table at" : "the level %d page".formatted(level(sight)),
            sight & EntryWord.ADDRESS_MASK,
            (sight & EntryFlags.USER) != 0 ? "user " : "",
            (sight & EntryFlags.WRITABLE) != 0 ? "read write" : "read",
            (sight & 1) != 0 ? " execute" : "",
            memoryType(sight));
  }

  private static String memoryType(long sight) {
    return ((sight & WRITE_THROUGH) != 0 ? " PWT" : "")
        + ((sight & NO_CACHE) != 0 ? " PCD" : "")
        + ((sight & PAT) != 0 ? " PAT" : "");
  }
}
