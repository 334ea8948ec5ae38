package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.pagetck.model.address.Levels;
import org.pagetck.model.trace.TraceLine;

/// Steps that delete lines.
final class Deletions {
  /// Budgets of so many frames are not raised.
  private static final int MANY = 1_000;

  private Deletions() {}

  /// Deletes blocks from the end, half of the trace first, then half of that, down to single lines.
  static void blocks(Search search) {
    for (var length = search.lines().size() / 2; length >= 1; length /= 2) {
      for (var end = search.lines().size(); end > 0; ) {
        var start = Math.max(0, end - length);
        search.attemptWithout(start, end);
        end = Math.min(start, search.lines().size());
      }
    }
  }

  /// Deletes single lines from the end until none can be spared.
  static void singles(Search search) {
    for (var deleted = true; deleted; ) {
      deleted = false;
      for (var i = search.lines().size() - 1; i >= 0; i--) {
        if (i < search.lines().size() && search.attemptWithout(i, i + 1)) {
          deleted = true;
        }
      }
    }
  }

  /// Deletes single lines and grants the frames that they would have taken where frames are
  /// counted.
  static void withFrames(Search search) {
    if (search.lines().stream().noneMatch(TraceLine.Budget.class::isInstance)) {
      return;
    }
    for (var i = search.lines().size() - 1; i >= 0; i--) {
      for (var more = 1; more < Levels.ROOT_MAX && i < search.lines().size(); more++) {
        var lines = new ArrayList<>(search.lines());
        lines.remove(i);
        var frames = more;
        lines.replaceAll(line -> granted(line, frames));
        search.attempt(lines);
      }
    }
  }

  private static TraceLine granted(TraceLine line, int frames) {
    return line instanceof TraceLine.Budget budget && budget.frames() < MANY
        ? new TraceLine.Budget(budget.frames() + frames)
        : line;
  }

  /// Deletes the lines of one kind, and those within one region of the address space.
  static void groups(Search search) {
    var levels = search.setup().levels();
    var ranks =
        search.lines().stream().map(line -> LineKey.of(line, levels)[LineKey.RANK]).distinct();
    for (var rank : ranks.toList()) {
      without(search, other -> LineKey.of(other, levels)[LineKey.RANK] == rank);
    }
    for (var level = levels; level >= 1; level--) {
      var region = level;
      for (var prefix : Prefixes.in(search.lines(), level, levels)) {
        without(search, other -> Prefixes.touches(other, prefix, region, levels));
      }
    }
  }

  private static void without(Search search, Predicate<TraceLine> unwanted) {
    search.attempt(search.lines().stream().filter(unwanted.negate()).toList());
  }

  /// Deletes two lines at once.
  static void pairs(Search search) {
    pairs(search, (_, _) -> true);
  }

  /// Deletes two lines of different kinds at once: what makes and what unmakes.
  static void pairsOfKinds(Search search) {
    var levels = search.setup().levels();
    pairs(
        search,
        (one, other) ->
            LineKey.of(one, levels)[LineKey.RANK] != LineKey.of(other, levels)[LineKey.RANK]);
  }

  private static void pairs(Search search, BiPredicate<TraceLine, TraceLine> wanted) {
    for (var deleted = true; deleted; ) {
      deleted = false;
      for (var second = search.lines().size() - 1; second > 0; second--) {
        for (var first = second - 1; first >= 0; first--) {
          if (second < search.lines().size()
              && wanted.test(search.lines().get(first), search.lines().get(second))
              && withoutBoth(search, first, second)) {
            deleted = true;
            second = Math.min(second, search.lines().size()) - 1;
            first = second;
          }
        }
      }
    }
  }

  private static boolean withoutBoth(Search search, int first, int second) {
    var lines = new ArrayList<>(search.lines());
    lines.remove(second);
    lines.remove(first);
    return search.attempt(lines);
  }
}
