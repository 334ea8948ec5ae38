package org.pagetck.properties.shrink;

import java.util.ArrayList;

/// Steps that put lines into another order.
final class SequenceSteps {
  /// In traces of at most so many lines, a line is moved to every earlier place; in longer ones
  /// only past its neighbour.
  private static final int MOVED_MAX = 16;

  private SequenceSteps() {}

  static void run(Search search) {
    for (var from = 1; from < search.lines().size(); from++) {
      var first = search.lines().size() <= MOVED_MAX ? 0 : from - 1;
      for (var to = first; to < from && from < search.lines().size(); to++) {
        var lines = new ArrayList<>(search.lines());
        lines.add(to, lines.remove(from));
        search.attempt(lines);
      }
    }
  }
}
