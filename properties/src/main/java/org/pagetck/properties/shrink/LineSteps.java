package org.pagetck.properties.shrink;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.trace.TraceLine;

/// Steps that put a plainer line in the place of one line.
final class LineSteps {
  private static final List<Integer> TABLE_LEVELS = List.of(2, 3, 4, 5, 1, 0);

  private LineSteps() {}

  static void run(Search search) {
    for (var i = 0; i < search.lines().size(); i++) {
      for (var replaced = true; replaced && i < search.lines().size(); ) {
        var index = i;
        replaced = plainer(search.lines().get(i)).anyMatch(line -> search.attemptAt(index, line));
      }
    }
  }

  /// Returns the lines to try in place of `line`.
  static Stream<TraceLine> plainer(TraceLine line) {
    return switch (line) {
      case TraceLine.Call(var operation) -> plainer(operation).map(TraceLine.Call::new);
      case TraceLine.Budget(var frames) ->
          Stream.concat(
              Stream.of(TraceLine.Budget.ALL, new TraceLine.Budget(0), new TraceLine.Budget(1)),
              descending(frames).mapToObj(TraceLine.Budget::new));
      case TraceLine.FlushPolicy _ -> Stream.of(TraceLine.FlushPolicy.DONE);
      case TraceLine.Access(var address, var kind, var privilege) ->
          accesses(address, kind, privilege);
      case TraceLine.Plant(var level, var address, var word) ->
          Stream.concat(
              IntStream.range(1, level).mapToObj(to -> new TraceLine.Plant(to, address, word)),
              maps(address));
      case TraceLine.Poke _ -> Stream.empty();
    };
  }

  /// Returns maps that may do what a planted entry did: at its place, or of a neighbour in one of
  /// the tables that a link would have opened.
  private static Stream<TraceLine> maps(long address) {
    var neighbours = IntStream.rangeClosed(1, Levels.ROOT_MAX - 1).mapToLong(Levels::entrySpan);
    return LongStream.concat(LongStream.of(0), neighbours)
        .boxed()
        .flatMap(offset -> PageSize.all().stream().flatMap(size -> maps(address + offset, size)));
  }

  private static Stream<TraceLine> maps(long address, PageSize size) {
    return Stream.of(EntryFlags.PRESENT, EntryFlags.WRITABLE)
        .map(EntryFlags::new)
        .map(flags -> new Operation.Map(size.alignDown(address), size, 0, flags))
        .map(TraceLine.Call::new);
  }

  private static IntStream descending(int value) {
    return IntStream.rangeClosed(0, Integer.SIZE - Integer.numberOfLeadingZeros(value))
        .map(step -> value - (value >>> step));
  }

  private static Stream<TraceLine> accesses(long address, AccessKind kind, Privilege privilege) {
    return Stream.of(
            new TraceLine.Access(address, AccessKind.READ, Privilege.SUPERVISOR),
            new TraceLine.Access(address, AccessKind.READ, privilege),
            new TraceLine.Access(address, AccessKind.WRITE, Privilege.SUPERVISOR),
            new TraceLine.Access(address, AccessKind.WRITE, privilege),
            new TraceLine.Access(address, kind, Privilege.SUPERVISOR))
        .map(TraceLine.class::cast);
  }

  private static Stream<Operation> plainer(Operation operation) {
    return switch (operation) {
      case Operation.MapWithTableFlags(var page, var size, var frame, var flags, _) ->
          Stream.of(new Operation.Map(page, size, frame, flags));
      case Operation.Clear(var page, var size) -> Stream.of(new Operation.Unmap(page, size));
      case Operation.TranslatePage(var page, _) -> Stream.of(new Operation.Translate(page));
      case Operation.SetTableFlags(var address, var level, var flags) ->
          TABLE_LEVELS.stream()
              .filter(other -> other != level)
              .map(other -> new Operation.SetTableFlags(address, other, flags));
      case Operation.CleanUp(var first, var last) ->
          Stream.of(
              new Operation.CleanUp(0, LineKey.EVERYTHING),
              new Operation.CleanUp(0, last),
              new Operation.CleanUp(first, LineKey.EVERYTHING),
              new Operation.CleanUp(last, LineKey.EVERYTHING));
      case Operation.Map _, Operation.Unmap _, Operation.UpdateFlags _, Operation.Translate _ ->
          Stream.empty();
    };
  }
}
