package org.pagetck.properties.shrink;

import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.FrameContents;
import org.pagetck.model.trace.FrameOrder;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;

/// Steps towards the default setup. What is declared stays, but for the number of levels.
final class SetupSteps {
  /// Frames at the end of the memory that planted links may point at.
  static final long LINKED_BYTES = 64L * Levels.TABLE_BYTES;

  private SetupSteps() {}

  static void run(Search search) {
    fewerLevels(search);
    search.attempt(new Trace(inDefaultMemory(search.setup()), search.lines()));
    search.attempt(
        new Trace(
            inDefaultMemory(search.setup()),
            search.lines().stream().map(toDefaultMemory(search.setup())::apply).toList()));
    frames(search);
  }

  private static Setup inDefaultMemory(Setup setup) {
    return setup.withMemory(Setup.DEFAULT.memoryStart(), Setup.DEFAULT.memoryBytes());
  }

  /// Moves pokes and planted links along with the memory: those at its end stay at its end.
  private static LineEdit toDefaultMemory(Setup setup) {
    var start = setup.memoryStart();
    var bytes = setup.memoryBytes();
    var atStart = Setup.DEFAULT.memoryStart() - start;
    var atEnd = atStart + Setup.DEFAULT.memoryBytes() - bytes;
    return new LineEdit(
        address -> address,
        frame -> frame + shift(frame, start, bytes, atStart, atEnd),
        word -> word + shift(word & EntryWord.ADDRESS_MASK, start, bytes, atStart, atEnd),
        size -> size,
        flags -> flags);
  }

  private static long shift(long address, long start, long bytes, long atStart, long atEnd) {
    var place = address - start;
    if (place < 0 || place >= bytes) {
      return 0;
    }
    return place >= bytes - LINKED_BYTES ? atEnd : atStart;
  }

  /// Takes 4 levels in place of 5: with the addresses as they are, and cut to what 4 levels
  /// translate.
  private static void fewerLevels(Search search) {
    if (search.setup().levels() < Levels.ROOT_MAX) {
      return;
    }
    var fewer = Levels.ROOT_MAX - 1;
    var setup = search.setup().with(Setup.LEVELS, Integer.toString(fewer));
    var lines = search.lines().stream().map(line -> belowRoot(line, fewer)).toList();
    fewerLevels(search, setup, lines);
    fewerLevels(search, setup, lines.stream().map(SetupSteps::withoutFrameOfRoot).toList());
  }

  private static void fewerLevels(Search search, Setup setup, List<TraceLine> lines) {
    var levels = setup.levels();
    search.attempt(new Trace(setup, lines));
    for (var half : List.of(0L, 1L << (Levels.virtualBits(levels) - 1))) {
      var edit = LineEdit.ofAddresses(address -> cut(address, levels, half));
      search.attempt(new Trace(setup, lines.stream().map(edit::apply).toList()));
    }
    var lifted = LineEdit.ofAddresses(address -> lifted(address, levels));
    search.attempt(new Trace(setup, lines.stream().map(lifted::apply).toList()));
    // A smaller page needs as many tables with a level less.
    var smaller = LineEdit.ofSizes(size -> PageSize.all().get(Math.max(0, size.ordinal() - 1)));
    search.attempt(new Trace(setup, lines.stream().map(smaller::apply).toList()));
  }

  /// Takes the frame out of a budget that a path of five levels needs more than one of four.
  private static TraceLine withoutFrameOfRoot(TraceLine line) {
    return line instanceof TraceLine.Budget budget && !budget.isAll() && budget.frames() > 0
        ? new TraceLine.Budget(budget.frames() - 1)
        : line;
  }

  /// Cuts `address` to what `levels` levels translate; one in the upper half gets the bits `half`.
  private static long cut(long address, int levels, long half) {
    if (!Levels.isCanonical(address, levels + 1)) {
      return address;
    }
    return Levels.signExtend(address < 0 ? address | half : address, levels);
  }

  /// Gives the index in the top table of one level less the place of that in the top table.
  private static long lifted(long address, int levels) {
    if (!Levels.isCanonical(address, levels + 1)) {
      return address;
    }
    var below = address & ((1L << Levels.shift(levels)) - 1);
    var top = (long) Levels.index(address, levels + 1) << Levels.shift(levels);
    return Levels.signExtend(top | below, levels);
  }

  private static TraceLine belowRoot(TraceLine line, int levels) {
    return switch (line) {
      case TraceLine.Plant(var level, var address, var word) ->
          new TraceLine.Plant(Math.min(level, levels), address, word);
      case TraceLine.Call(Operation.SetTableFlags(var address, var level, var flags))
          when level == levels + 1 ->
          new TraceLine.Call(new Operation.SetTableFlags(address, levels, flags));
      default -> line;
    };
  }

  private static void frames(Search search) {
    search.attempt(
        new Trace(
            search.setup().withFrames(FrameOrder.ASCENDING, 0, FrameContents.DIRTY),
            search.lines()));
    for (var order : FrameOrder.all()) {
      var setup = search.setup();
      attempt(search, setup.withFrames(order, setup.frameSeed(), setup.contents()));
    }
    for (var contents : FrameContents.all()) {
      var setup = search.setup();
      attempt(search, setup.withFrames(setup.order(), setup.frameSeed(), contents));
    }
    for (var seed = 0; seed < 4; seed++) {
      var setup = search.setup();
      attempt(search, setup.withFrames(setup.order(), seed, setup.contents()));
    }
  }

  private static void attempt(Search search, Setup setup) {
    search.attempt(new Trace(setup, search.lines()));
  }
}
