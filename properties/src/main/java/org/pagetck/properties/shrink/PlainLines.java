package org.pagetck.properties.shrink;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;

/// Plain lines of every kind on the pages of a trace, on page 0 and, plainer still, beside it:
/// whatever way a trace came to a defect, one of few plain lines often does as well.
final class PlainLines {
  private static final long P = EntryFlags.PRESENT;
  private static final long W = EntryFlags.WRITABLE;
  private static final long U = EntryFlags.USER;
  private static final long NX = EntryFlags.NO_EXECUTE;
  private static final long HUGE = EntryFlags.HUGE_PAGE;
  private static final long[] FLAGS = {
    P,
    P | W,
    P | U,
    P | W | U,
    P | NX,
    P | EntryFlags.GLOBAL,
    P | EntryFlags.PAT,
    0,
    W,
    U,
    NX,
    P | HUGE,
    HUGE
  };
  private static final long[] TABLE_FLAGS = {P, P | W, P | U, P | W | U};
  private static final long[] WORDS = {0x1, 0x2, 0x80, 0x81, 0x1000, 0x1081, 0x2000, 0x2081};
  private static final int BUDGET_MAX = 3;
  private static final Set<OperationKind> LASTING =
      Set.copyOf(
          EnumSet.complementOf(EnumSet.of(OperationKind.TRANSLATE, OperationKind.TRANSLATE_PAGE)));

  private final Set<TraceLine> lines = new LinkedHashSet<>();
  private final Set<Long> addresses = new TreeSet<>(Long::compareUnsigned);
  private final Set<Long> frames = new TreeSet<>(Long::compareUnsigned);
  private final Set<EntryFlags> flags = new LinkedHashSet<>();

  private PlainLines(Trace trace) {
    addresses.add(0L);
    frames.add(0L);
    for (var set : FLAGS) {
      flags.add(new EntryFlags(set));
    }
    for (var line : trace.lines()) {
      addresses.addAll(LineEdit.addresses(line));
      if (line instanceof TraceLine.Call) {
        frames.addAll(LineEdit.frames(line));
      }
      flags.addAll(LineEdit.flags(line));
    }
  }

  /// Returns the lines to try in the place of the line at `index` of `trace`. The last one fails:
  /// calls of another kind would fail in another way. Those before it have to leave something
  /// behind.
  static List<TraceLine> at(int index, Trace trace) {
    var plain = new PlainLines(trace);
    plain.addCalls();
    plain.addNeighbours();
    plain.addEvents();
    var isLast = index == trace.lines().size() - 1;
    var kinds = isLast ? kindsLike(trace.lines().getLast()) : LASTING;
    return plain.lines.stream().filter(line -> isOf(kinds, line, !isLast)).toList();
  }

  private static Set<OperationKind> kindsLike(TraceLine last) {
    return switch (last) {
      case TraceLine.Call(Operation.AnyMap _) ->
          EnumSet.of(OperationKind.MAP, OperationKind.MAP_WITH_TABLE_FLAGS);
      case TraceLine.Call(var operation) -> EnumSet.of(operation.kind());
      case TraceLine.HostEvent _ -> EnumSet.noneOf(OperationKind.class);
    };
  }

  private static boolean isOf(Set<OperationKind> kinds, TraceLine line, boolean mayBeEvent) {
    return switch (line) {
      case TraceLine.Call(var operation) -> kinds.contains(operation.kind());
      case TraceLine.HostEvent _ -> mayBeEvent;
    };
  }

  private void addCalls() {
    for (var size : PageSize.all()) {
      var pages = new TreeSet<Long>(Long::compareUnsigned);
      addresses.forEach(address -> pages.add(size.alignDown(address)));
      for (var page : pages) {
        for (var set : flags) {
          frames.forEach(frame -> add(new Operation.Map(page, size, frame, set)));
          if (!set.has(EntryFlags.PRESENT)) {
            add(new Operation.Map(page, size, size.bytes(), set));
          }
          add(new Operation.UpdateFlags(page, size, set));
        }
        for (var table : TABLE_FLAGS) {
          flags.stream()
              .limit(TABLE_FLAGS.length)
              .forEach(set ->
                  add(new Operation.MapWithTableFlags(page, size, 0, set, new EntryFlags(table))));
        }
        add(new Operation.Unmap(page, size));
        add(new Operation.Clear(page, size));
        add(new Operation.TranslatePage(page, size));
      }
    }
    for (var address : addresses) {
      add(new Operation.Translate(address));
      addTableFlags(address);
    }
    add(new Operation.CleanUp(0, LineKey.EVERYTHING));
  }

  private void addTableFlags(long address) {
    for (var level = 2; level < Levels.ROOT_MAX; level++) {
      for (var table : TABLE_FLAGS) {
        add(new Operation.SetTableFlags(address, level, new EntryFlags(table)));
      }
    }
  }

  /// Adds maps of small pages beside page 0, in tables that are ever less their own.
  private void addNeighbours() {
    for (var level = 1; level < Levels.ROOT_MAX; level++) {
      for (var set : List.of(P, P | W, P | U)) {
        add(new Operation.Map(1L << Levels.shift(level), PageSize.SIZE_4K, 0, new EntryFlags(set)));
      }
    }
  }

  private void addEvents() {
    lines.add(TraceLine.Budget.ALL);
    for (var frames = 0; frames <= BUDGET_MAX; frames++) {
      lines.add(new TraceLine.Budget(frames));
    }
    for (var level = 1; level < Levels.ROOT_MAX; level++) {
      for (var address : addresses) {
        for (var word : WORDS) {
          lines.add(new TraceLine.Plant(level, address, word));
        }
      }
    }
  }

  private void add(Operation operation) {
    lines.add(new TraceLine.Call(operation));
  }
}
