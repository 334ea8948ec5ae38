package org.pagetck.properties.original;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.trace.FrameContents;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.subject.Instance;
import org.pagetck.properties.subject.Subject;

/// Two mappers that get the same calls over the same bytes and the same frames, without a model
/// beside them: whatever one of them corrupts, the other has to corrupt alike.
///
/// The host is less polite than in a session: it plants on links and leaves too, and its own frames
/// are as full of old entries as the others, so that walks go in circles and through leaves.
final class Twins implements AutoCloseable {
  private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;
  private static final int FRAMES_PER_CALL = 3;
  private static final int DIRT_COUNT = 16;

  private final Instance ours;
  private final Instance theirs;
  private final MemorySegment ourBytes;
  private final MemorySegment theirBytes;
  private final long start = Setup.DEFAULT.memoryStart();
  private final BitSet touched = new BitSet();
  private final EventLog ourLog = new EventLog();
  private final EventLog theirLog = new EventLog();
  private final long[][] dirt = new long[DIRT_COUNT][Levels.ENTRY_COUNT];
  private TwinStock ourStock = new TwinStock(Setup.DEFAULT);
  private TwinStock theirStock = new TwinStock(Setup.DEFAULT);
  private Setup setup = Setup.DEFAULT;
  private Optional<Outcome> last = Optional.empty();

  Twins(Subject ours, Subject theirs) {
    this.ours = ours.start();
    this.theirs = theirs.start();
    this.ourBytes = this.ours.memory(Setup.DEFAULT.memoryBytes());
    this.theirBytes = this.theirs.memory(Setup.DEFAULT.memoryBytes());
    var choices = new RandomChoices(1);
    for (var words : dirt) {
      for (var index = 0; index < words.length; index++) {
        words[index] = oldEntry(choices);
      }
    }
    for (var number = 0; number < frameCount(); number++) {
      restore(number);
    }
  }

  private long oldEntry(RandomChoices choices) {
    var frame = start + choices.below(frameCount()) * (long) Levels.TABLE_BYTES;
    var flags = EntryFlags.PRESENT | (choices.bits(2) << 1);
    return switch (choices.below(8)) {
      case 0 -> 0;
      case 1 -> choices.bits(Long.SIZE);
      case 2 -> frame | flags | EntryFlags.HUGE_PAGE;
      case 3 -> frame | EntryFlags.WRITABLE;
      default -> frame | flags;
    };
  }

  private int frameCount() {
    return (int) (ourBytes.byteSize() / Levels.TABLE_BYTES);
  }

  /// Starts a trace over an empty root.
  void begin(Setup next) {
    setup = next;
    touched.stream().forEach(this::restore);
    touched.clear();
    ourStock = new TwinStock(next);
    theirStock = new TwinStock(next);
    ourStock.forNext(FRAMES_PER_CALL, this::makeReady);
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      storeAsHost(start + (long) index * Levels.ENTRY_BYTES, 0);
    }
    ours.open(new Instance.Opening(start, 4, start, ourStock, ourLog));
    theirs.open(new Instance.Opening(start, 4, start, theirStock, theirLog));
  }

  /// Ends the trace.
  void end() {
    ours.endTrace();
    theirs.endTrace();
  }

  /// Fills a frame with old entries, the same ones for each trace.
  private void restore(int number) {
    var words = dirt[number % DIRT_COUNT];
    var offset = number * (long) Levels.TABLE_BYTES;
    MemorySegment.copy(words, 0, ourBytes, WORD, offset, Levels.ENTRY_COUNT);
    MemorySegment.copy(words, 0, theirBytes, WORD, offset, Levels.ENTRY_COUNT);
  }

  /// Fills a frame that may be taken next with what the setup asks for.
  private void makeReady(long frame) {
    var number = number(frame);
    if (setup.contents() == FrameContents.DIRTY || touched.get(number)) {
      return;
    }
    touched.set(number);
    var filling = (byte) (setup.contents() == FrameContents.ONES ? -1 : 0);
    ourBytes.asSlice(frame - start, Levels.TABLE_BYTES).fill(filling);
    theirBytes.asSlice(frame - start, Levels.TABLE_BYTES).fill(filling);
  }

  private int number(long address) {
    return (int) ((address - start) / Levels.TABLE_BYTES);
  }

  /// Executes `line` on both; returns where they part, if they do.
  Optional<String> execute(TraceLine line) {
    switch (line) {
      case TraceLine.Call(Operation operation) -> {
        return call(operation);
      }
      case TraceLine.Budget(int frames) -> {
        ourStock.setBudget(frames);
        theirStock.setBudget(frames);
      }
      case TraceLine.FlushPolicy _ -> {}
      case TraceLine.Plant(int level, long address, long word) ->
          slot(address, level).ifPresent(at -> storeAsHost(at, word));
      case TraceLine.Poke(long address, long word) -> storeAsHost(address, word);
      case TraceLine.Access access -> access(access);
    }
    return Optional.empty();
  }

  private Optional<String> call(Operation operation) {
    ourLog.clear();
    theirLog.clear();
    var our = ours.call(operation);
    var their = theirs.call(operation);
    last = Optional.of(our);
    noteTouched(ourLog);
    ourStock.forNext(FRAMES_PER_CALL, this::makeReady);
    if (!isSame(our, their)) {
      return Optional.of(
          "%s answered %s here, %s there"
              .formatted(operation, OutcomeText.print(our), OutcomeText.print(their)));
    }
    if (ourStock.taken() != theirStock.taken()) {
      return Optional.of("%s took another number of frames".formatted(operation));
    }
    return firstDifference().map(what -> "%s: %s".formatted(operation, what));
  }

  private void noteTouched(EventLog log) {
    for (var index = 0; index < log.count(); index++) {
      touched.set(number(log.a(index)));
    }
  }

  private static boolean isSame(Outcome our, Outcome their) {
    return switch (our) {
      case Outcome.Panicked _ -> their instanceof Outcome.Panicked;
      case Outcome.Wild _ -> their instanceof Outcome.Wild;
      default -> our.equals(their);
    };
  }

  private Optional<String> firstDifference() {
    for (var number = touched.nextSetBit(0); number >= 0; number = touched.nextSetBit(number + 1)) {
      var from = number * (long) Levels.TABLE_BYTES;
      var to = from + Levels.TABLE_BYTES;
      var at = MemorySegment.mismatch(ourBytes, from, to, theirBytes, from, to);
      if (at >= 0) {
        return Optional.of(difference(from + at));
      }
    }
    return Optional.empty();
  }

  /// Compares all the memory.
  Optional<String> firstDifferenceAnywhere() {
    var at = ourBytes.mismatch(theirBytes);
    return at < 0 ? Optional.empty() : Optional.of(difference(at));
  }

  private String difference(long offset) {
    var at = offset & -Levels.ENTRY_BYTES;
    return "0x%x holds 0x%x here, 0x%x there"
        .formatted(start + at, ourBytes.get(WORD, at), theirBytes.get(WORD, at));
  }

  /// Returns what the last call answered.
  Optional<Outcome> last() {
    return last;
  }

  private void storeAsHost(long address, long word) {
    var offset = address - start;
    if (offset < 0 || offset >= ourBytes.byteSize() || offset % Levels.ENTRY_BYTES != 0) {
      return;
    }
    touched.set(number(address));
    ourBytes.set(WORD, offset, word);
    theirBytes.set(WORD, offset, word);
  }

  /// Returns where the entry of `address` at `level` lies, as long as links lead on inside the
  /// memory.
  private Optional<Long> slot(long address, int level) {
    var table = start;
    for (var at = 4; at >= level; at--) {
      var slot = table + (long) Levels.index(address, at) * Levels.ENTRY_BYTES;
      if (at == level) {
        return Optional.of(slot);
      }
      var word = ourBytes.get(WORD, slot - start);
      table = EntryWord.linkAddress(word);
      if ((word & EntryFlags.PRESENT) == 0
          || table < start
          || table >= start + ourBytes.byteSize()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private void access(TraceLine.Access access) {
    for (var level = 4; level >= 1; level--) {
      var dirty = level == 1 && access.kind() == AccessKind.WRITE ? EntryFlags.DIRTY : 0;
      slot(access.address(), level)
          .ifPresent(at -> {
            var word = ourBytes.get(WORD, at - start);
            if ((word & EntryFlags.PRESENT) != 0) {
              storeAsHost(at, word | EntryFlags.ACCESSED | dirty);
            }
          });
    }
  }

  @Override
  public void close() {
    ours.close();
    theirs.close();
  }
}
