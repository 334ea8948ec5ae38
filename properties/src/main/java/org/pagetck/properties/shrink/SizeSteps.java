package org.pagetck.properties.shrink;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.TraceLine;

/// Steps towards smaller pages: for all lines at once, for those of one size, of one page, and for
/// single lines. Plants and table flags come down with the pages.
final class SizeSteps {
  private SizeSteps() {}

  static void run(Search search) {
    search.attemptAll(line -> lowered(line, _ -> true));
    var descent = LineEdit.ofAddresses(address -> oneLevelDown(address, search.setup().levels()));
    search.attemptAll(line -> descent.apply(lowered(line, _ -> true)));
    for (var size : List.of(PageSize.SIZE_1G, PageSize.SIZE_2M)) {
      search.attemptAll(line -> lowered(line, level -> level == size.leafLevel()));
      attemptWhere(search, size, _ -> true);
      for (var page : pages(search, size).toList()) {
        attemptWhere(search, size, onPage -> onPage.page() == page);
      }
    }
    for (var i = 0; i < search.lines().size(); i++) {
      shrinkOne(search, i);
    }
  }

  /// Returns the address whose index at each level is that of `address` one level further up.
  private static long oneLevelDown(long address, int levels) {
    var page = Prefixes.of(address, 2, levels);
    return Levels.isCanonical(address, levels) ? page << Levels.shift(1) : address;
  }

  private static void shrinkOne(Search search, int index) {
    for (var line : smaller(search.lines().get(index)).toList()) {
      if (search.attemptAt(index, line)) {
        return;
      }
    }
  }

  private static Stream<Long> pages(Search search, PageSize size) {
    return search.lines().stream()
        .flatMap(line -> onPage(line).stream())
        .filter(onPage -> onPage.size() == size)
        .map(Operation.OnPage::page)
        .distinct();
  }

  private static List<Operation.OnPage> onPage(TraceLine line) {
    return line instanceof TraceLine.Call(Operation.OnPage onPage) ? List.of(onPage) : List.of();
  }

  /// Attempts every smaller size for the pages of `size` that are `wanted`: their first parts, then
  /// their last, then what follows them.
  private static void attemptWhere(
      Search search, PageSize size, Predicate<Operation.OnPage> wanted) {
    for (var smaller : PageSize.all().subList(0, size.ordinal())) {
      for (var offset : offsets(size, smaller)) {
        var edit = part(size, smaller, offset);
        var framed = LineEdit.ofFrames(frame -> frame == 0 ? smaller.bytes() : frame);
        var found =
            attemptWhere(search, wanted, edit)
                || attemptWhere(search, wanted, line -> framed.apply(edit.apply(line)))
                || search.attemptAll(line ->
                    onPage(line).stream().anyMatch(wanted)
                        ? edit.apply(line)
                        : granted(line, size.leafLevel() - smaller.leafLevel()));
        if (found) {
          return;
        }
      }
    }
  }

  private static boolean attemptWhere(
      Search search, Predicate<Operation.OnPage> wanted, UnaryOperator<TraceLine> edit) {
    return search.attemptAll(
        line -> onPage(line).stream().anyMatch(wanted) ? edit.apply(line) : line);
  }

  /// Grants the frames for the tables that lead to a smaller page, where frames are counted.
  private static TraceLine granted(TraceLine line, int tables) {
    return line instanceof TraceLine.Budget budget && !budget.isAll()
        ? new TraceLine.Budget((int) Math.min(budget.frames() + (long) tables, Integer.MAX_VALUE))
        : line;
  }

  private static List<Long> offsets(PageSize size, PageSize smaller) {
    return List.of(0L, size.bytes() - smaller.bytes(), size.bytes());
  }

  /// Takes the part of `smaller` size that begins `offset` bytes into a page of `size`.
  private static UnaryOperator<TraceLine> part(PageSize size, PageSize smaller, long offset) {
    return line -> {
      var isOfSize = onPage(line).stream().anyMatch(onPage -> onPage.size() == size);
      if (!isOfSize) {
        return line;
      }
      var moved = LineEdit.ofAddresses(address -> address + offset).apply(line);
      return LineEdit.ofSizes(_ -> smaller).apply(moved);
    };
  }

  private static Stream<TraceLine> smaller(TraceLine line) {
    return onPage(line).stream().flatMap(onPage -> smaller(line, onPage.size()));
  }

  private static Stream<TraceLine> smaller(TraceLine line, PageSize size) {
    return PageSize.all().subList(0, size.ordinal()).stream()
        .flatMap(smaller ->
            offsets(size, smaller).stream().map(offset -> part(size, smaller, offset).apply(line)));
  }

  /// Returns `line` one level further down, if it is about a level that is `wanted` and not the
  /// lowest.
  private static TraceLine lowered(TraceLine line, Predicate<Integer> wanted) {
    return switch (line) {
      case TraceLine.Plant(var level, var address, var word) when level > 1 && wanted.test(level) ->
          new TraceLine.Plant(level - 1, address, word);
      case TraceLine.Call(Operation.SetTableFlags(var address, var level, var flags))
          when level > 2 && wanted.test(level) ->
          new TraceLine.Call(new Operation.SetTableFlags(address, level - 1, flags));
      case TraceLine.Call(Operation.OnPage onPage)
          when onPage.size() != PageSize.SIZE_4K && wanted.test(onPage.size().leafLevel()) ->
          LineEdit.ofSizes(size -> PageSize.all().get(size.ordinal() - 1)).apply(line);
      default -> line;
    };
  }
}
