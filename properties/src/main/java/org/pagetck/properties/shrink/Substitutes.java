package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;

/// The step that puts other lines before the last one: every plain beginning of at most two lines,
/// so that traces which reach the same defect in different ways end in one form.
final class Substitutes {
  /// Longer traces are made shorter first.
  private static final int LINE_COUNT_MAX = 6;

  private static final EntryFlags P = new EntryFlags(EntryFlags.PRESENT);
  private static final EntryFlags PW = P.with(EntryFlags.WRITABLE);
  private static final long NEXT_GIB = 1L << 30;
  private static final long[] WORDS = {0x1, 0x2, 0x80, 0x81, 0x1000, 0x1081, 0x2000, 0x2081};

  private static final List<TraceLine> MAPS = maps();
  private static final List<TraceLine> OTHERS = others();

  private Substitutes() {}

  private static TraceLine call(Operation operation) {
    return new TraceLine.Call(operation);
  }

  private static List<TraceLine> maps() {
    var maps = new ArrayList<TraceLine>();
    for (var size : PageSize.all()) {
      maps.add(call(new Operation.Map(0, size, 0, P)));
      maps.add(call(new Operation.Map(0, size, 0, PW)));
      maps.add(call(new Operation.MapWithTableFlags(0, size, size.bytes(), EntryFlags.NONE, P)));
    }
    maps.add(call(new Operation.Map(PageSize.SIZE_4K.bytes(), PageSize.SIZE_4K, 0, P)));
    maps.add(
        call(
            new Operation.MapWithTableFlags(
                0, PageSize.SIZE_4K, 0, new EntryFlags(EntryFlags.WRITABLE), P)));
    maps.add(call(new Operation.Map(NEXT_GIB, PageSize.SIZE_4K, 0, P)));
    return List.copyOf(maps);
  }

  private static List<TraceLine> others() {
    var others = new ArrayList<TraceLine>();
    for (var size : PageSize.all()) {
      others.add(call(new Operation.UpdateFlags(0, size, EntryFlags.NONE)));
      others.add(call(new Operation.UpdateFlags(0, size, P)));
      others.add(call(new Operation.Unmap(0, size)));
    }
    for (var frames = 0; frames <= 2; frames++) {
      others.add(new TraceLine.Budget(frames));
    }
    for (var level = 4; level >= 1; level--) {
      for (var word : WORDS) {
        others.add(new TraceLine.Plant(level, 0, word));
      }
    }
    return List.copyOf(others);
  }

  static void run(Search search) {
    if (search.lines().size() > LINE_COUNT_MAX
        || !(search.lines().getLast() instanceof TraceLine.Call last)) {
      return;
    }
    var endings = endings(last.operation());
    if (isOverArbitraryBytes(search)) {
      endings.add(call(new Operation.Translate(0)));
      endings.add(call(new Operation.Map(0, PageSize.SIZE_4K, 0, EntryFlags.NONE)));
    }
    beginnings(search)
        .forEach(beginning -> endings.forEach(ending -> attempt(search, beginning, ending)));
  }

  private static Stream<List<TraceLine>> beginnings(Search search) {
    return isOverArbitraryBytes(search) ? pokes(search.setup().memoryStart()) : beginnings();
  }

  private static boolean isOverArbitraryBytes(Search search) {
    return search.lines().stream().anyMatch(TraceLine.Poke.class::isInstance);
  }

  /// Over arbitrary bytes: one word in the first entry of the top table.
  private static Stream<List<TraceLine>> pokes(long root) {
    return LongStream.concat(LongStream.of(0, root, root | 1, root | 3), LongStream.of(WORDS))
        .mapToObj(word -> List.<TraceLine>of(new TraceLine.Poke(root, word)));
  }

  private static Stream<List<TraceLine>> beginnings() {
    var single = Stream.concat(MAPS.stream(), OTHERS.stream()).map(List::of);
    var pairs =
        MAPS.stream()
            .flatMap(first ->
                Stream.concat(MAPS.stream(), OTHERS.stream())
                    .map(second -> List.of(first, second)));
    return Stream.concat(Stream.of(List.<TraceLine>of()), Stream.concat(single, pairs));
  }

  private static void attempt(Search search, List<TraceLine> beginning, TraceLine ending) {
    var lines = new ArrayList<>(beginning);
    lines.add(ending);
    search.attempt(new Trace(search.setup(), lines));
  }

  /// Returns the last call at the first address, at each size, with the flags that it has and with
  /// plain ones.
  private static Set<TraceLine> endings(Operation last) {
    var endings = new LinkedHashSet<TraceLine>();
    for (var size : PageSize.all()) {
      switch (last) {
        case Operation.AnyMap map -> {
          for (var flags : List.of(P, PW, EntryFlags.NONE, map.flags())) {
            endings.add(call(new Operation.Map(0, size, 0, flags)));
            endings.add(call(new Operation.Map(0, size, size.bytes(), flags)));
          }
          for (var frame : List.of(0L, PageSize.SIZE_4K.bytes())) {
            endings.add(call(new Operation.MapWithTableFlags(0, size, frame, EntryFlags.NONE, P)));
          }
          if (map
              instanceof Operation.MapWithTableFlags(_, _, _, EntryFlags flags, EntryFlags table)) {
            endings.add(call(new Operation.MapWithTableFlags(0, size, 0, flags, table)));
          }
        }
        case Operation.UpdateFlags update -> {
          endings.add(call(new Operation.UpdateFlags(0, size, P)));
          endings.add(call(new Operation.UpdateFlags(0, size, PW)));
          endings.add(call(new Operation.UpdateFlags(0, size, update.flags())));
        }
        case Operation.Unmap _ -> endings.add(call(new Operation.Unmap(0, size)));
        case Operation.TranslatePage _ -> endings.add(call(new Operation.TranslatePage(0, size)));
        case Operation.Clear _ -> endings.add(call(new Operation.Clear(0, size)));
        case Operation.Translate _ -> endings.add(call(new Operation.Translate(0)));
        case Operation.SetTableFlags set -> {
          endings.add(call(new Operation.SetTableFlags(0, size.leafLevel() + 1, set.flags())));
          endings.add(call(new Operation.SetTableFlags(0, size.leafLevel() + 1, P)));
        }
        case Operation.CleanUp _ -> endings.add(call(new Operation.CleanUp(0, -1)));
      }
    }
    return endings;
  }
}
