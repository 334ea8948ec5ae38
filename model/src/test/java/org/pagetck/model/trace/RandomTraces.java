package org.pagetck.model.trace;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.Privilege;

/// Traces, operations and outcomes with arguments from everywhere, to be printed and read again.
final class RandomTraces {
  private final RandomGenerator random;

  RandomTraces(RandomGenerator random) {
    this.random = random;
  }

  Trace trace() {
    var lines = IntStream.range(0, random.nextInt(20)).mapToObj(_ -> line()).toList();
    return new Trace(setup(), lines);
  }

  Setup setup() {
    var start = (random.nextLong() >>> 13 & -4096) + 4096;
    var bytes = Setup.MEMORY_MIN + ((random.nextLong() >>> random.nextInt(33, 60)) & -4096);
    var memory =
        Setup.isMemory(start, bytes) ? Setup.DEFAULT.withMemory(start, bytes) : Setup.DEFAULT;
    var setup = memory.withFrames(pick(FrameOrder.all()), number(), pick(FrameContents.all()));
    setup = random.nextBoolean() ? setup.with(Setup.CONTRACT, "x86_64-2019") : setup;
    setup = random.nextBoolean() ? setup.with(Setup.LEVELS, pick(List.of("4", "5"))) : setup;
    return random.nextBoolean() ? setup.with("merge", "*>REFUSED unmap:A>B") : setup;
  }

  TraceLine line() {
    return switch (random.nextInt(10)) {
      case 0 -> new TraceLine.Plant(random.nextInt(1, 6), number(), number());
      case 1 -> new TraceLine.Poke(number(), number());
      case 2 -> new TraceLine.Access(number(), pick(AccessKind.all()), pick(Privilege.all()));
      case 3 -> new TraceLine.Budget(random.nextInt(5));
      case 4 -> TraceLine.Budget.ALL;
      case 5 -> pick(List.of(TraceLine.FlushPolicy.values()));
      default -> new TraceLine.Call(operation());
    };
  }

  Operation operation() {
    return switch (pick(OperationKind.all())) {
      case MAP -> new Operation.Map(number(), size(), number(), flags());
      case MAP_WITH_TABLE_FLAGS ->
          new Operation.MapWithTableFlags(number(), size(), number(), flags(), flags());
      case UNMAP -> new Operation.Unmap(number(), size());
      case UPDATE_FLAGS -> new Operation.UpdateFlags(number(), size(), flags());
      case TRANSLATE_PAGE -> new Operation.TranslatePage(number(), size());
      case TRANSLATE -> new Operation.Translate(number());
      case CLEAR -> new Operation.Clear(number(), size());
      case SET_TABLE_FLAGS -> new Operation.SetTableFlags(number(), random.nextInt(-1, 7), flags());
      case CLEAN_UP -> new Operation.CleanUp(number(), number());
    };
  }

  /// Returns something that a mapper may answer to an operation of `kind`.
  Outcome answer(OperationKind kind) {
    return switch (random.nextInt(8)) {
      case 0 -> Outcome.refused(pick(Refusal.all()));
      case 1 -> Outcome.UNSUPPORTED;
      case 2 -> new Outcome.Panicked(pick(List.of("", "index out of bounds", "at #3: a | b")));
      case 3 -> new Outcome.Wild(pick(List.of("", "0x1000")));
      default -> success(kind);
    };
  }

  private Outcome success(OperationKind kind) {
    return switch (kind) {
      case MAP, MAP_WITH_TABLE_FLAGS, UPDATE_FLAGS, SET_TABLE_FLAGS, CLEAN_UP ->
          new Outcome.Done(flush());
      case UNMAP -> new Outcome.Removed(number(), flags(), flush());
      case CLEAR ->
          random.nextBoolean()
              ? new Outcome.Removed(number(), flags(), flush())
              : new Outcome.RemovedReserved(number(), flush());
      case TRANSLATE_PAGE -> new Outcome.Found(number(), flags());
      case TRANSLATE -> new Outcome.Translated(size(), number(), number(), flags());
    };
  }

  private Flush flush() {
    var range = new Flush.Range(number(), random.nextLong() >>> random.nextInt(1, 63));
    return pick(List.of(Flush.NONE, Flush.PAGE, Flush.ALL, Flush.UNKNOWN, range));
  }

  private PageSize size() {
    return pick(PageSize.all());
  }

  private EntryFlags flags() {
    return new EntryFlags(number() & EntryFlags.ALL);
  }

  private long number() {
    return random.nextInt(8) == 0 ? 0 : random.nextLong() >>> random.nextInt(Long.SIZE);
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
