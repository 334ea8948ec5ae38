package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.pagetck.model.trace.TraceLine;

/// Steps that put lines into another order.
final class SequenceSteps {
  /// In traces of at most so many lines, a line is moved to every place; in longer ones only past
  /// its neighbour.
  private static final int MOVED_MAX = 16;

  /// In traces of at most so many lines, a plainer line is moved in the place of the present one.
  private static final int REPLACED_MAX = 8;

  private SequenceSteps() {}

  static void run(Search search) {
    for (var from = 0; from < search.lines().size(); from++) {
      var isShort = search.lines().size() <= MOVED_MAX;
      var first = isShort ? 0 : Math.max(0, from - 1);
      var end = isShort ? search.lines().size() : from;
      for (var to = first; to < end; to++) {
        if (move(search, from, to)) {
          break;
        }
      }
    }
  }

  private static boolean move(Search search, int from, int to) {
    var line = search.lines().get(from);
    var variants =
        search.lines().size() <= REPLACED_MAX
            ? Stream.concat(Stream.of(line), plainer(line))
            : Stream.of(line);
    return variants.anyMatch(variant -> attempt(search, from, to, variant));
  }

  private static Stream<TraceLine> plainer(TraceLine line) {
    var atZero = LineEdit.ofAddresses(_ -> 0).apply(line);
    return Stream.concat(Stream.of(atZero), LineSteps.plainer(line));
  }

  private static boolean attempt(Search search, int from, int to, TraceLine line) {
    var lines = new ArrayList<>(search.lines());
    lines.remove(from);
    lines.add(to, line);
    return search.attempt(lines);
  }
}
