package org.pagetck.impl.processor;

import java.util.Arrays;
import org.pagetck.model.address.Levels;
import org.pagetck.model.paging.WalkWord;

/// Translations that a processor keeps, each of one 4 KiB part of a page: what the walk found, as a
/// [WalkWord], until it is flushed or another part takes its place.
final class Tlb {
  private static final int ENTRY_COUNT_BITS = 10;
  private static final int ENTRY_COUNT = 1 << ENTRY_COUNT_BITS;
  private static final int PAGE_SHIFT = Levels.shift(1);

  /// Spreads parts whose numbers differ in high bits only, as the tables of a recursive slot do.
  private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

  private final long[] parts = new long[ENTRY_COUNT];
  private final long[] words = new long[ENTRY_COUNT];
  private final boolean[] writable = new boolean[ENTRY_COUNT];
  private int largeCount;

  private static int indexOf(long part) {
    return (int) ((part * SPREAD) >>> (Long.SIZE - ENTRY_COUNT_BITS));
  }

  /// Returns what is kept for `address`, or 0.
  long find(long address) {
    var part = address >>> PAGE_SHIFT;
    var index = indexOf(part);
    return parts[index] == part ? words[index] : 0;
  }

  /// Tells whether what is kept for `address` serves writes without another walk.
  boolean servesWrites(long address) {
    return writable[indexOf(address >>> PAGE_SHIFT)];
  }

  /// Keeps `word`, which is that of a leaf, for `address`.
  void keep(long address, long word, boolean servesWrites) {
    var part = address >>> PAGE_SHIFT;
    var index = indexOf(part);
    drop(index);
    parts[index] = part;
    words[index] = word;
    writable[index] = servesWrites;
    largeCount += isLarge(word) ? 1 : 0;
  }

  private static boolean isLarge(long word) {
    return WalkWord.level(word) > 1;
  }

  private void drop(int index) {
    largeCount -= isLarge(words[index]) ? 1 : 0;
    words[index] = 0;
  }

  /// Forgets every translation of a page that has a byte among `bytes` ones from `address`.
  void forget(long address, long bytes) {
    var last = address + Math.max(bytes, 1) - 1;
    if (largeCount > 0 || last >>> PAGE_SHIFT != address >>> PAGE_SHIFT) {
      forgetBetween(address, last);
    } else if (find(address) != 0) {
      drop(indexOf(address >>> PAGE_SHIFT));
    }
  }

  private void forgetBetween(long first, long last) {
    for (var index = 0; index < ENTRY_COUNT; index++) {
      if (words[index] != 0) {
        var span = Levels.entrySpan(WalkWord.level(words[index]));
        var start = parts[index] << PAGE_SHIFT & -span;
        if (Long.compareUnsigned(start, last) <= 0
            && Long.compareUnsigned(first, start + span - 1) <= 0) {
          drop(index);
        }
      }
    }
  }

  /// Forgets all translations but those of global pages.
  void forgetAllButGlobal() {
    for (var index = 0; index < ENTRY_COUNT; index++) {
      if (words[index] != 0 && !WalkWord.isGlobal(words[index])) {
        drop(index);
      }
    }
  }

  /// Forgets everything.
  void forgetAll() {
    Arrays.fill(words, 0);
    largeCount = 0;
  }
}
