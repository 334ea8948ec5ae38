package org.pagetck.properties.shrink;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.trace.FrameContents;
import org.pagetck.model.trace.FrameOrder;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;

/// Steps towards the default setup. What is declared stays, but for the number of levels.
final class SetupSteps {
  /// Frames at the end of the memory that planted links may point at.
  static final long LINKED_BYTES = 64L * Levels.TABLE_BYTES;

  private SetupSteps() {}

  static void run(Search search) {
    FewerLevels.of(new Trace(search.setup(), search.lines())).forEach(search::attempt);
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
