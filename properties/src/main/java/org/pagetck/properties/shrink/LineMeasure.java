package org.pagetck.properties.shrink;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.trace.TraceLine;

/// What one line adds to the measure of its trace.
final class LineMeasure {
  static final int LINES = 0;
  static final int EVENTS = 1;

  /// Left to the whole trace.
  static final int SETUP = 2;

  /// How many sums there are.
  static final int LENGTH = 16;

  private static final int RANKS = 3;
  private static final int LEVELS = 4;
  private static final int SIZES = 5;
  private static final int FLAGS = 6;
  private static final int ODD = 7;
  private static final int INDICES = 8;
  private static final int OFFSETS = INDICES + Levels.ROOT_MAX;
  private static final int FRAMES = OFFSETS + 1;
  private static final int WORDS = FRAMES + 1;
  private static final int OFFSET_MASK = Levels.TABLE_BYTES - 1;

  private final long[] key;
  private final long[] totals = new long[LENGTH];
  private final long digest;

  /// Measures `line` of a trace with `levels` levels.
  LineMeasure(TraceLine line, int levels) {
    key = LineKey.of(line, levels);
    totals[LINES] = 1;
    totals[EVENTS] = line instanceof TraceLine.HostEvent ? 1 : 0;
    totals[RANKS] = key[LineKey.RANK];
    totals[LEVELS] = key[LineKey.LEVEL];
    totals[SIZES] = key[LineKey.SIZE];
    totals[FLAGS] = key[LineKey.FLAG_COST] + key[LineKey.TABLE_FLAG_COST];
    totals[ODD] = key[LineKey.ODD];
    addAddress(key[LineKey.ADDRESS]);
    addAddress(key[LineKey.LAST]);
    totals[FRAMES] = (long) Long.SIZE - Long.numberOfLeadingZeros(key[LineKey.FRAME]);
    totals[WORDS] = line instanceof TraceLine.Budget ? key[LineKey.WORD] : cost(key[LineKey.WORD]);
    digest = digest(key);
  }

  private void addAddress(long address) {
    for (var level = Levels.ROOT_MAX; level >= 1; level--) {
      totals[INDICES + Levels.ROOT_MAX - level] += Levels.index(address, level);
    }
    totals[OFFSETS] += address & OFFSET_MASK;
  }

  /// Counts the flags of a word, and its address as one more.
  private static int cost(long word) {
    var address = (word & EntryWord.ADDRESS_MASK) == 0 ? 0 : 1;
    return Long.bitCount(word & ~EntryWord.ADDRESS_MASK) + address;
  }

  private static long digest(long[] key) {
    var digest = 0L;
    for (var number : key) {
      digest = mixed(digest, number);
    }
    return digest;
  }

  /// Returns `digest` with `number` mixed in.
  static long mixed(long digest, long number) {
    var mixed = (Long.rotateLeft(digest, 23) ^ number) * 0x9e3779b97f4a7c15L;
    return mixed ^ (mixed >>> 32);
  }

  /// Adds what the line adds.
  void addTo(long[] sums) {
    for (var i = 0; i < sums.length; i++) {
      sums[i] += totals[i];
    }
  }

  /// Takes away what the line adds.
  void takeFrom(long[] sums) {
    for (var i = 0; i < sums.length; i++) {
      sums[i] -= totals[i];
    }
  }

  long[] key() {
    return key;
  }

  /// Returns 64 bits that differ for different lines, for all that can be told by chance.
  long digest() {
    return digest;
  }
}
