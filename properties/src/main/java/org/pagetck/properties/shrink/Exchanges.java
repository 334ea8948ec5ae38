package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.TraceLine;

/// Steps that make one argument or line dearer to spare a dearer one, which no step that only makes
/// things cheaper can do: a frame moves in the place of an address, flags say what an event did, an
/// unmap leaves what a refusal left.
final class Exchanges {
  /// Longer traces are made shorter first.
  private static final int LINE_COUNT_MAX = 8;

  private static final EntryFlags PRESENT = new EntryFlags(EntryFlags.PRESENT);
  private static final List<Long> MARKS =
      List.of(EntryFlags.ACCESSED, EntryFlags.ACCESSED | EntryFlags.DIRTY);

  private Exchanges() {}

  static void run(Search search) {
    if (search.lines().size() > LINE_COUNT_MAX) {
      return;
    }
    framesForAddresses(search);
    flagsForEvents(search);
    unmapsForBudgets(search);
    beyondTheHole(search);
    lowerTables(search);
    flagsOfTwo(search);
    regionsAndLines(search);
  }

  /// Moves the page of one line to 0 and the frame of one line on, by a page or by a byte.
  private static void framesForAddresses(Search search) {
    var lines = search.lines();
    for (var moved = 0; moved < lines.size(); moved++) {
      var atZero = LineEdit.ofAddresses(_ -> 0).apply(lines.get(moved));
      if (!atZero.equals(lines.get(moved))) {
        for (var framed = 0; framed < lines.size(); framed++) {
          var size = size(lines.get(framed));
          var begun = with(lines, moved, atZero);
          for (var edit :
              List.of(
                  LineEdit.ofFrames(frame -> frame + size.bytes()),
                  LineEdit.ofFrames(frame -> size.alignDown(frame) | 1))) {
            search.attempt(with(begun, framed, edit.apply(begun.get(framed))));
          }
        }
      }
    }
  }

  private static PageSize size(TraceLine line) {
    return line instanceof TraceLine.Call(Operation.OnPage onPage)
        ? onPage.size()
        : PageSize.SIZE_4K;
  }

  /// Leaves out an access, or flags of a table, where a map can give the flags that it leads to.
  private static void flagsForEvents(Search search) {
    var lines = search.lines();
    for (var gone = 0; gone < lines.size(); gone++) {
      for (var flags : flagsLeftBy(lines.get(gone))) {
        for (var index : maps(lines)) {
          if (lines.get(index) instanceof TraceLine.Call(Operation.AnyMap map)) {
            search.attempt(without(with(lines, index, ofLeaf(map, flags)), gone));
            search.attempt(without(with(lines, index, ofTable(map, flags)), gone));
          }
        }
      }
    }
  }

  private static List<EntryFlags> flagsLeftBy(TraceLine line) {
    if (line instanceof TraceLine.Access) {
      return MARKS.stream().map(PRESENT::with).toList();
    }
    return line instanceof TraceLine.Call(Operation.SetTableFlags(_, _, var flags))
        ? List.of(flags)
        : List.of();
  }

  private static TraceLine ofLeaf(Operation.AnyMap map, EntryFlags flags) {
    var all = map.flags().with(flags.bits());
    return LineEdit.ofFlags(set -> set.equals(map.flags()) ? all : set)
        .apply(new TraceLine.Call((Operation) map));
  }

  private static TraceLine ofTable(Operation.AnyMap map, EntryFlags flags) {
    return new TraceLine.Call(
        new Operation.MapWithTableFlags(map.page(), map.size(), map.frame(), map.flags(), flags));
  }

  /// Leaves all budgets out and takes away what a map made.
  private static void unmapsForBudgets(Search search) {
    var lines = search.lines();
    if (lines.stream().noneMatch(TraceLine.Budget.class::isInstance)) {
      return;
    }
    for (var index : maps(lines)) {
      if (lines.get(index) instanceof TraceLine.Call(Operation.AnyMap map)) {
        var unmapped = new ArrayList<>(lines);
        unmapped.add(index + 1, new TraceLine.Call(new Operation.Unmap(map.page(), map.size())));
        unmapped.removeIf(TraceLine.Budget.class::isInstance);
        search.attempt(unmapped);
      }
    }
  }

  /// Calls at the end with plain flags at the first address that is not canonical: whatever else is
  /// wrong with an argument, that is wrong too.
  private static void beyondTheHole(Search search) {
    var lines = search.lines();
    var last = lines.size() - 1;
    var first = 1L << Levels.virtualBits(search.setup().levels());
    var beyond = LineEdit.ofAddresses(_ -> first);
    var plain = LineEdit.ofFlags(_ -> PRESENT);
    var aligned = LineEdit.ofFrames(_ -> 0);
    search.attempt(with(lines, last, beyond.apply(plain.apply(aligned.apply(lines.get(last))))));
  }

  /// Names the table below, in the same place of its parent.
  private static void lowerTables(Search search) {
    var lines = search.lines();
    for (var index = 0; index < lines.size(); index++) {
      if (lines.get(index) instanceof TraceLine.Call(Operation.SetTableFlags(var at, var level, _))
          && level > 2) {
        var lower = level - 1;
        var place = (long) Levels.index(at, level) << Levels.shift(lower);
        var mask = (Levels.ENTRY_COUNT - 1L) << Levels.shift(lower);
        var moved = LineEdit.ofAddresses(address -> (address & ~mask) | place);
        if (moved.apply(lines.get(index))
            instanceof TraceLine.Call(Operation.SetTableFlags(var to, _, var flags))) {
          var call = new TraceLine.Call(new Operation.SetTableFlags(to, lower, flags));
          search.attempt(with(lines, index, call));
        }
      }
    }
  }

  /// Exchanges the flags of two lines, as they are and without a third.
  private static void flagsOfTwo(Search search) {
    var lines = search.lines();
    for (var second = 1; second < lines.size(); second++) {
      for (var first = 0; first < second; first++) {
        var one = LineEdit.flags(lines.get(first));
        var other = LineEdit.flags(lines.get(second));
        if (one.size() == 1 && other.size() == 1 && !one.equals(other)) {
          var exchanged =
              with(
                  with(lines, first, withFlags(lines.get(first), other.getFirst())),
                  second,
                  withFlags(lines.get(second), one.getFirst()));
          search.attempt(exchanged);
          for (var gone = 0; gone < lines.size() - 1; gone++) {
            if (gone != first && gone != second) {
              search.attempt(without(exchanged, gone));
            }
          }
        }
      }
    }
  }

  private static TraceLine withFlags(TraceLine line, EntryFlags flags) {
    return LineEdit.ofFlags(_ -> flags).apply(line);
  }

  /// Exchanges two regions, and with them two lines that follow one another.
  private static void regionsAndLines(Search search) {
    var levels = search.setup().levels();
    for (var level = 1; level <= levels; level++) {
      var prefixes = Prefixes.in(search.lines(), level, levels);
      for (var second = 1; second < prefixes.size(); second++) {
        for (var first = 0; first < second; first++) {
          var edit =
              AddressSteps.exchanging(prefixes.get(first), prefixes.get(second), level, levels);
          var lines = search.lines().stream().map(edit::apply).toList();
          for (var index = 0; index < lines.size() - 2; index++) {
            search.attempt(
                with(with(lines, index, lines.get(index + 1)), index + 1, lines.get(index)));
          }
        }
      }
    }
  }

  private static List<Integer> maps(List<TraceLine> lines) {
    return IntStream.range(0, lines.size())
        .filter(index -> lines.get(index) instanceof TraceLine.Call(Operation.AnyMap _))
        .boxed()
        .toList();
  }

  private static List<TraceLine> with(List<TraceLine> lines, int index, TraceLine line) {
    var changed = new ArrayList<>(lines);
    changed.set(index, line);
    return changed;
  }

  private static List<TraceLine> without(List<TraceLine> lines, int index) {
    var changed = new ArrayList<>(lines);
    changed.remove(index);
    return changed;
  }
}
