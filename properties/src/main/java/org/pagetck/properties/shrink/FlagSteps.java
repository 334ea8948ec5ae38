package org.pagetck.properties.shrink;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.trace.TraceLine;

/// Steps that bring flags nearer to PRESENT alone: a set wherever it occurs, then on single lines.
final class FlagSteps {
  private static final List<Long> ALL =
      EntryFlags.allNames().stream().flatMap(name -> EntryFlags.maskByName(name).stream()).toList();

  private FlagSteps() {}

  static void run(Search search) {
    search.attemptAll(LineEdit.ofFlags(_ -> new EntryFlags(EntryFlags.PRESENT))::apply);
    for (var i = 0; i < sets(search).size(); i++) {
      for (var replaced = true; replaced && i < sets(search).size(); ) {
        var set = sets(search).get(i);
        replaced =
            simpler(set)
                .map(other -> replacing(set, other))
                .anyMatch(edit -> search.attemptAll(edit::apply));
      }
    }
    for (var i = 0; i < search.lines().size(); i++) {
      for (var replaced = true; replaced && i < search.lines().size(); ) {
        replaced = simplify(search, i, search.lines().get(i));
      }
    }
  }

  private static List<EntryFlags> sets(Search search) {
    return search.lines().stream()
        .flatMap(line -> LineEdit.flags(line).stream())
        .distinct()
        .toList();
  }

  private static LineEdit replacing(EntryFlags set, EntryFlags other) {
    return LineEdit.ofFlags(flags -> flags.equals(set) ? other : flags);
  }

  private static boolean simplify(Search search, int index, TraceLine line) {
    return LineEdit.flags(line).stream()
        .distinct()
        .anyMatch(set ->
            simpler(set)
                .anyMatch(other -> search.attemptAt(index, replacing(set, other).apply(line))));
  }

  /// Returns the sets to try in place of `set`, simplest first: PRESENT with at most one flag more,
  /// single flags, none, and `set` with one flag less, with PRESENT, or with one flag in the place
  /// of another.
  private static Stream<EntryFlags> simpler(EntryFlags set) {
    var plain = ALL.stream().flatMap(flag -> Stream.of(flag, flag | EntryFlags.PRESENT));
    var less = flags(set).mapToObj(flag -> set.bits() & ~flag);
    var exchanged =
        flags(set).boxed().flatMap(flag -> ALL.stream().map(other -> (set.bits() & ~flag) | other));
    var cost = LineKey.cost(set);
    return Stream.of(Stream.of(0L, set.bits() | EntryFlags.PRESENT), plain, less, exchanged)
        .flatMap(sets -> sets)
        .distinct()
        .map(EntryFlags::new)
        .filter(other -> LineKey.cost(other) < cost)
        .sorted(Comparator.comparingLong(LineKey::cost));
  }

  private static LongStream flags(EntryFlags set) {
    return ALL.stream().mapToLong(flag -> flag).filter(set::has);
  }
}
