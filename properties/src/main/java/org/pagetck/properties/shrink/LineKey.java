package org.pagetck.properties.shrink;

import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.trace.TraceLine;

/// A line as numbers, smaller ones simpler, in the order in which lines are compared. Different
/// lines have different keys.
final class LineKey {
  /// The kind of line.
  static final int RANK = 0;

  /// The level of a plant or of table flags.
  static final int LEVEL = 1;

  /// The page size.
  static final int SIZE = 2;

  /// The significant bits of the address.
  static final int ADDRESS = 3;

  /// The significant bits of the last address of a range; 0 where that is the last of all.
  static final int LAST = 4;

  /// How the bits above the significant ones differ from the canonical ones, for both addresses.
  static final int BEYOND = 5;

  /// How far the flags are from PRESENT.
  static final int FLAG_COST = 6;

  static final int FLAGS = 7;

  /// How far the table flags are from PRESENT.
  static final int TABLE_FLAG_COST = 8;

  static final int TABLE_FLAGS = 9;

  /// A frame, or the place of a poke. Unsigned, and so is the next.
  static final int FRAME = 10;

  /// A word, or what else a host event holds.
  static final int WORD = 11;

  /// How many arguments are out of the ordinary: addresses that are not canonical, pages and frames
  /// that are not aligned.
  static final int ODD = 12;

  private static final int LENGTH = 13;

  /// What [#LAST] and a clean-up to the end of the space have in common.
  static final long EVERYTHING = -1L;

  private static final int FLAG_WEIGHT = 100;
  private static final int PLAIN_LEVEL = 2;
  private static final List<Long> FLAG_RANKS =
      List.of(
          EntryFlags.WRITABLE,
          EntryFlags.USER,
          EntryFlags.NO_EXECUTE,
          EntryFlags.GLOBAL,
          EntryFlags.PAT,
          EntryFlags.WRITE_THROUGH,
          EntryFlags.NO_CACHE,
          EntryFlags.ACCESSED,
          EntryFlags.DIRTY,
          EntryFlags.HUGE_PAGE);

  private final long[] key = new long[LENGTH];
  private final int levels;

  private LineKey(int levels) {
    this.levels = levels;
  }

  /// Returns the key of `line` in a trace with `levels` levels.
  static long[] of(TraceLine line, int levels) {
    var key = new LineKey(levels);
    key.put(line);
    return key.key;
  }

  private void put(TraceLine line) {
    switch (line) {
      case TraceLine.Budget budget -> rank(0).word(budget.isAll() ? 0 : budget.frames() + 1L);
      case TraceLine.FlushPolicy policy ->
          rank(1).word(policy == TraceLine.FlushPolicy.DONE ? 0 : 1);
      case TraceLine.Plant(var level, var address, var word) ->
          rank(2).level(level - 1).address(address).word(word);
      case TraceLine.Poke(var address, var word) -> rank(3).frame(address).word(word);
      case TraceLine.Access(var address, var kind, var privilege) ->
          rank(4).address(address).word(access(kind, privilege));
      case TraceLine.Call(var operation) -> put(operation);
    }
  }

  private static long access(AccessKind kind, Privilege privilege) {
    return 2L * kind.ordinal() + (privilege == Privilege.SUPERVISOR ? 0 : 1);
  }

  private void put(Operation operation) {
    if (operation instanceof Operation.OnPage onPage) {
      key[SIZE] = onPage.size().ordinal();
      key[ODD] += onPage.size().isAligned(onPage.page()) ? 0 : 1;
      address(onPage.page());
    }
    if (operation instanceof Operation.AnyMap map) {
      key[ODD] += map.size().isAligned(map.frame()) ? 0 : 1;
    }
    switch (operation) {
      case Operation.Map map -> rank(5).flags(map.flags()).frame(map.frame());
      case Operation.MapWithTableFlags map ->
          rank(6).flags(map.flags()).frame(map.frame()).tableFlags(map.tableFlags());
      case Operation.Unmap _ -> rank(7);
      case Operation.Clear _ -> rank(8);
      case Operation.UpdateFlags update -> rank(9).flags(update.flags());
      case Operation.Translate(var address) -> rank(10).address(address);
      case Operation.TranslatePage _ -> rank(11);
      case Operation.SetTableFlags(var address, var level, var flags) ->
          rank(12).level(tableLevel(level)).address(address).tableFlags(flags);
      case Operation.CleanUp(var first, var last) when last == EVERYTHING ->
          rank(13).address(first);
      case Operation.CleanUp(var first, var last) -> rank(14).address(first).last(last);
    }
  }

  /// Returns 0 for level 2, then the levels above, 1, 0, and those that no machine has.
  private static long tableLevel(long level) {
    if (level >= PLAIN_LEVEL && level <= Levels.ROOT_MAX) {
      return level - PLAIN_LEVEL;
    }
    if (level > Levels.ROOT_MAX) {
      return Levels.ROOT_MAX + 2 * level;
    }
    return level < 0 ? Levels.ROOT_MAX - 2 * level + 1 : Levels.ROOT_MAX - level;
  }

  private LineKey rank(int rank) {
    key[RANK] = rank;
    return this;
  }

  private LineKey level(long level) {
    key[LEVEL] = level;
    return this;
  }

  private LineKey address(long address) {
    key[ADDRESS] = Levels.significant(address, levels);
    key[BEYOND] = beyond(address, levels);
    key[ODD] += Levels.isCanonical(address, levels) ? 0 : 1;
    return this;
  }

  private LineKey last(long last) {
    key[LAST] = Levels.significant(last, levels);
    key[BEYOND] |= beyond(last, levels) << Short.SIZE;
    key[ODD] += Levels.isCanonical(last, levels) ? 0 : 1;
    return this;
  }

  /// Returns how the bits of `address` above the significant ones differ from the canonical ones: 0
  /// iff it is canonical, below 2^16.
  static long beyond(long address, int levels) {
    return (address ^ Levels.signExtend(address, levels)) >>> Levels.virtualBits(levels);
  }

  private LineKey flags(EntryFlags flags) {
    key[FLAG_COST] = cost(flags);
    key[FLAGS] = flags.bits();
    return this;
  }

  private LineKey tableFlags(EntryFlags flags) {
    key[TABLE_FLAG_COST] = cost(flags);
    key[TABLE_FLAGS] = flags.bits();
    return this;
  }

  /// Returns how far `flags` are from PRESENT: first the number of bits, then which ones; a missing
  /// PRESENT is the farthest.
  static long cost(EntryFlags flags) {
    var cost = 0L;
    for (var rest = flags.bits() ^ EntryFlags.PRESENT; rest != 0; rest &= rest - 1) {
      cost += FLAG_WEIGHT + flagRank(Long.lowestOneBit(rest));
    }
    return cost;
  }

  private static int flagRank(long flag) {
    var rank = FLAG_RANKS.indexOf(flag);
    if (rank >= 0) {
      return rank;
    }
    return flag == EntryFlags.PRESENT ? FLAG_WEIGHT - 1 : Long.numberOfTrailingZeros(flag);
  }

  private LineKey frame(long frame) {
    key[FRAME] = frame;
    return this;
  }

  private void word(long word) {
    key[WORD] = word;
  }
}
