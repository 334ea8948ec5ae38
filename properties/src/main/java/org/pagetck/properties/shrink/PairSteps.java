package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;

/// Steps that change two arguments of short traces at once, neither of which could change alone:
/// one flag more here for one less there, two addresses.
final class PairSteps {
  /// Longer traces are made shorter first.
  private static final int LINE_COUNT_MAX = 4;

  private static final long[] FLAGS = {
    EntryFlags.PRESENT,
    EntryFlags.WRITABLE,
    EntryFlags.USER,
    EntryFlags.NO_EXECUTE,
    EntryFlags.GLOBAL
  };

  private PairSteps() {}

  static void run(Search search) {
    if (search.lines().size() > LINE_COUNT_MAX) {
      return;
    }
    var trace = search.current();
    var places = addresses(trace);
    for (var second = 0; second < trace.lines().size(); second++) {
      for (var first = 0; first <= second; first++) {
        attempt(search, trace, first, second, flags(trace, first), flags(trace, second));
        if (first < second) {
          attempt(
              search,
              trace,
              first,
              second,
              moved(trace, first, places),
              moved(trace, second, places));
        }
      }
    }
  }

  private static void attempt(
      Search search,
      Trace trace,
      int first,
      int second,
      List<TraceLine> ones,
      List<TraceLine> others) {
    for (var one : ones) {
      for (var other : others) {
        var lines = new ArrayList<>(trace.lines());
        lines.set(first, one);
        lines.set(second, other);
        search.attempt(trace.withLines(lines));
      }
    }
  }

  /// Returns the line with one flag changed, in its flags or in its table flags.
  private static List<TraceLine> flags(Trace trace, int index) {
    var changed = new ArrayList<TraceLine>();
    var line = trace.lines().get(index);
    for (var flag : FLAGS) {
      var toggled = LineEdit.ofFlags(set -> new EntryFlags(set.bits() ^ flag)).apply(line);
      if (line instanceof TraceLine.Call(Operation.MapWithTableFlags map)
          && toggled instanceof TraceLine.Call(Operation.MapWithTableFlags both)) {
        changed.add(call(map, both.flags(), map.tableFlags()));
        changed.add(call(map, map.flags(), both.tableFlags()));
      } else if (!toggled.equals(line)) {
        changed.add(toggled);
      }
    }
    return changed;
  }

  private static TraceLine call(
      Operation.MapWithTableFlags map, EntryFlags flags, EntryFlags tableFlags) {
    return new TraceLine.Call(
        new Operation.MapWithTableFlags(map.page(), map.size(), map.frame(), flags, tableFlags));
  }

  private static List<TraceLine> moved(Trace trace, int index, Set<Long> places) {
    var line = trace.lines().get(index);
    return LineEdit.addresses(line).size() != 1
        ? List.of()
        : places.stream().map(place -> LineEdit.ofAddresses(_ -> place).apply(line)).toList();
  }

  /// Returns the plain addresses around those of `trace`: 0, the second entry of a table of each
  /// level, the indices that occur, each alone, in both halves.
  private static Set<Long> addresses(Trace trace) {
    var levels = trace.setup().levels();
    var places = new TreeSet<Long>(Long::compareUnsigned);
    places.add(0L);
    for (var level = 1; level <= levels; level++) {
      var shift = Levels.shift(level);
      places.add(1L << shift);
      occurring(trace)
          .map(address -> address & ((long) (Levels.ENTRY_COUNT - 1) << shift))
          .forEach(places::add);
    }
    var half = 1L << (Levels.virtualBits(levels) - 1);
    if (occurring(trace).anyMatch(address -> (address & half) != 0)) {
      List.copyOf(places).forEach(place -> places.add(place | half));
    }
    var canonical = new TreeSet<Long>(Long::compareUnsigned);
    places.forEach(place -> canonical.add(Levels.signExtend(place, levels)));
    return canonical;
  }

  private static Stream<Long> occurring(Trace trace) {
    return trace.lines().stream().flatMap(line -> LineEdit.addresses(line).stream());
  }
}
