package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.choice.Choices;

/// A failure of traces of 1,000 operations, of which the smallest has up to 200.
///
/// @param name a sentence
/// @param witness draws the lines that the failure needs, and those that it must not lose alone
/// @param failsAfter returns the number of lines at which a list of lines fails, 0 for never
/// @param minimum how many lines the smallest failing trace has
record SyntheticOracle(
    String name,
    Function<Choices, List<TraceLine>> witness,
    ToIntFunction<List<TraceLine>> failsAfter,
    int minimum) {
  private static final int LENGTH = 1_000;
  private static final int NEEDED = 200;
  private static final int FEWER = 100;
  private static final int PAIRS = 40;

  static Stream<SyntheticOracle> all() {
    return Stream.of(
        sequence(), rising(), pairs(), evenNumber(), framesAfterPages(), noneBetween(), nested());
  }

  FailureOracle oracle() {
    return trace -> {
      var count = failsAfter.applyAsInt(trace.lines());
      return count == 0
          ? Optional.empty()
          : Optional.of(trace.withLines(trace.lines().subList(0, count)));
    };
  }

  /// Returns a trace that fails: the witness among translates of random addresses.
  Trace trace(Choices choices) {
    var lines = new ArrayList<TraceLine>();
    var needed = witness.apply(choices);
    var placed = 0;
    for (var rest = LENGTH; rest > 0; rest--) {
      var isNeeded = choices.below(rest) < needed.size() - placed;
      lines.add(
          isNeeded
              ? needed.get(placed)
              : new TraceLine.Call(new Operation.Translate(choices.bits(47))));
      placed += isNeeded ? 1 : 0;
    }
    return new Trace(Setup.DEFAULT, lines);
  }

  @Override
  public String toString() {
    return name;
  }

  private static TraceLine map(long page, long frame, Choices choices) {
    return new TraceLine.Call(
        new Operation.Map(
            page * PageSize.SIZE_4K.bytes(),
            PageSize.SIZE_4K,
            frame * PageSize.SIZE_4K.bytes(),
            new EntryFlags(EntryFlags.PRESENT | (choices.bits(2) << 1))));
  }

  private static TraceLine unmap(long page) {
    return new TraceLine.Call(
        new Operation.Unmap(page * PageSize.SIZE_4K.bytes(), PageSize.SIZE_4K));
  }

  private static TraceLine clear(long page) {
    return new TraceLine.Call(
        new Operation.Clear(page * PageSize.SIZE_4K.bytes(), PageSize.SIZE_4K));
  }

  private static List<TraceLine> maps(Choices choices, int count) {
    var maps = new ArrayList<TraceLine>();
    for (var page = 0; page < count; page++) {
      maps.add(map(page, choices.bits(20), choices));
    }
    return maps;
  }

  /// Returns the number of lines after which the maps of pages 0 to `count - 1` occurred in order.
  private static int afterMaps(List<TraceLine> lines, int count) {
    var next = 0;
    for (var i = 0; i < lines.size(); i++) {
      if (lines.get(i) instanceof TraceLine.Call(Operation.Map map)
          && map.page() == next * PageSize.SIZE_4K.bytes()) {
        next++;
        if (next == count) {
          return i + 1;
        }
      }
    }
    return 0;
  }

  private static SyntheticOracle sequence() {
    return new SyntheticOracle(
        "the maps of certain pages, in order",
        choices -> maps(choices, NEEDED),
        lines -> afterMaps(lines, NEEDED),
        NEEDED);
  }

  private static SyntheticOracle rising() {
    return new SyntheticOracle(
        "maps of ever higher pages",
        choices -> {
          var maps = new ArrayList<TraceLine>();
          for (var i = 1L; i <= NEEDED; i++) {
            maps.add(map((i << 20) + choices.bits(20), choices.bits(20), choices));
          }
          return maps;
        },
        lines -> {
          var highest = -1L;
          var count = 0;
          for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof TraceLine.Call(Operation.Map map)) {
              if (map.page() <= highest) {
                return 0;
              }
              highest = map.page();
              count++;
              if (count == NEEDED) {
                return i + 1;
              }
            }
          }
          return 0;
        },
        NEEDED);
  }

  private static SyntheticOracle pairs() {
    return new SyntheticOracle(
        "as many unmaps of each page as clears, and the maps of certain pages in order",
        choices -> {
          var lines = maps(choices, FEWER);
          for (var pair = 0; pair < PAIRS; pair++) {
            lines.add(choices.below(lines.size()), unmap(1_000 + pair));
            lines.add(choices.below(lines.size()), clear(1_000 + pair));
          }
          return lines;
        },
        lines -> {
          var end = afterMaps(lines, FEWER);
          return isBalanced(lines.subList(0, end)) ? end : 0;
        },
        FEWER);
  }

  private static boolean isBalanced(List<TraceLine> lines) {
    var balance = new HashMap<Long, Integer>();
    for (var line : lines) {
      switch (line) {
        case TraceLine.Call(Operation.Unmap unmap) -> balance.merge(unmap.page(), 1, Integer::sum);
        case TraceLine.Call(Operation.Clear clear) -> balance.merge(clear.page(), -1, Integer::sum);
        case TraceLine.Call _, TraceLine.HostEvent _ -> {}
      }
    }
    return balance.values().stream().allMatch(count -> count == 0);
  }

  private static SyntheticOracle evenNumber() {
    return new SyntheticOracle(
        "an even number of unmaps, and the maps of certain pages in order",
        choices -> {
          var lines = maps(choices, FEWER);
          for (var i = 0; i < 2 * PAIRS; i++) {
            lines.add(choices.below(lines.size()), unmap(choices.bits(20)));
          }
          return lines;
        },
        lines -> {
          var end = afterMaps(lines, FEWER);
          var unmaps =
              lines.subList(0, end).stream()
                  .filter(line -> line instanceof TraceLine.Call(Operation.Unmap _))
                  .count();
          return unmaps % 2 == 0 ? end : 0;
        },
        FEWER);
  }

  private static SyntheticOracle framesAfterPages() {
    return new SyntheticOracle(
        "maps, each to the frame with the number of the page before",
        choices -> {
          var lines = new ArrayList<TraceLine>();
          var before = choices.bits(30);
          for (var i = 0; i < NEEDED; i++) {
            var page = choices.bits(30);
            lines.add(map(page, before, choices));
            before = page;
          }
          return lines;
        },
        lines -> {
          var length = 0;
          var page = 0L;
          for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof TraceLine.Call(Operation.Map map)) {
              length = length > 0 && map.frame() != page ? 1 : length + 1;
              page = map.page();
              if (length == NEEDED) {
                return i + 1;
              }
            }
          }
          return 0;
        },
        NEEDED);
  }

  private static SyntheticOracle noneBetween() {
    return new SyntheticOracle(
        "the maps of certain pages in order, with no unmap of the page just mapped",
        choices -> {
          var lines = maps(choices, NEEDED);
          for (var i = 0; i < PAIRS; i++) {
            lines.add(choices.below(lines.size()), unmap(1_000 + choices.bits(10)));
          }
          return lines;
        },
        lines -> {
          var end = afterMaps(lines, NEEDED);
          for (var i = 1; i < end; i++) {
            if (lines.get(i) instanceof TraceLine.Call(Operation.Unmap unmap)
                && lines.get(i - 1) instanceof TraceLine.Call(Operation.Map map)
                && map.page() == unmap.page()) {
              return 0;
            }
          }
          return end;
        },
        NEEDED);
  }

  private static SyntheticOracle nested() {
    return new SyntheticOracle(
        "clears that close unmaps like brackets, around the maps of certain pages in order",
        choices -> {
          var lines = new ArrayList<TraceLine>();
          for (var i = 0; i < PAIRS; i++) {
            lines.add(unmap(choices.bits(20)));
          }
          var maps = maps(choices, FEWER);
          lines.addAll(maps.subList(0, FEWER - 1));
          for (var i = 0; i < PAIRS; i++) {
            lines.add(clear(choices.bits(20)));
          }
          lines.add(maps.getLast());
          return lines;
        },
        lines -> {
          var end = afterMaps(lines, FEWER);
          var depth = 0;
          for (var line : lines.subList(0, end)) {
            depth += line instanceof TraceLine.Call(Operation.Unmap _) ? 1 : 0;
            depth -= line instanceof TraceLine.Call(Operation.Clear _) ? 1 : 0;
            if (depth < 0) {
              return 0;
            }
          }
          return depth == 0 ? end : 0;
        },
        FEWER);
  }
}
