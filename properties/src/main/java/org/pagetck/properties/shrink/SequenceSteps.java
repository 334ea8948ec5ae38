package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.TraceLine;

/// Steps that put lines into another order.
final class SequenceSteps {
  /// In traces of at most so many lines, a line is moved to every place; in longer ones only past
  /// its neighbour.
  private static final int MOVED_MAX = 16;

  /// In traces of at most so many lines, a plainer line is moved in the place of the present one.
  private static final int REPLACED_MAX = 8;

  /// In traces of at most so many lines, and so many addresses, lines and addresses are permuted.
  private static final int PERMUTED_MAX = 4;

  private SequenceSteps() {}

  static void run(Search search) {
    move(search);
    permute(search);
  }

  /// Attempts the lines in every order, with the addresses dealt out anew in every way.
  private static void permute(Search search) {
    var trace = search.current();
    var addresses =
        trace.lines().stream()
            .flatMap(line -> LineEdit.addresses(line).stream())
            .distinct()
            .toList();
    if (trace.lines().size() > PERMUTED_MAX || addresses.size() > PERMUTED_MAX) {
      return;
    }
    for (var lines : permutations(trace.lines())) {
      for (var dealt : permutations(addresses)) {
        var edit = LineEdit.ofAddresses(address -> dealt.get(addresses.indexOf(address)));
        search.attempt(trace.withLines(lines.stream().map(edit::apply).toList()));
        search.attempt(
            trace.withLines(
                lines.stream().map(line -> isOnPage(line) ? edit.apply(line) : line).toList()));
      }
    }
  }

  private static boolean isOnPage(TraceLine line) {
    return line instanceof TraceLine.Call(Operation.OnPage _);
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<T>>();
    for (var i = 0; i < items.size(); i++) {
      var rest = new ArrayList<>(items);
      var first = rest.remove(i);
      for (var tail : permutations(rest)) {
        var permutation = new ArrayList<>(List.of(first));
        permutation.addAll(tail);
        all.add(permutation);
      }
    }
    return all;
  }

  private static void move(Search search) {
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
