package org.pagetck.reports.reproduce;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.space.Slot;
import org.pagetck.model.space.Step;
import org.pagetck.model.verdict.TableImage;

/// Finds the entries that the last call owes another word.
final class OwedWords {
  /// As many as a reader looks at; each of them is enough to show the defect.
  private static final int COUNT_MAX = 8;

  private final Contract contract;
  private final Step step;
  private final Map<Place, Long> before;
  private final Map<Place, Long> after;

  /// An entry by what it covers; higher levels come first.
  private record Place(int level, long address) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return level != other.level
          ? Integer.compare(other.level, level)
          : Long.compareUnsigned(address, other.address);
    }
  }

  private OwedWords(Contract contract, Step step, TableImage before, TableImage after) {
    this.contract = contract;
    this.step = step;
    this.before = places(before);
    this.after = places(after);
  }

  /// Returns the entries where the tables of `after` are not as `rehearsal` owes them; none where
  /// the tables cannot be seen.
  static List<OwedWord> of(
      Rehearsal rehearsal,
      Contract contract,
      Operation operation,
      TableImage before,
      TableImage after) {
    if (after.tables().isEmpty()) {
      return List.of();
    }
    return new OwedWords(contract, rehearsal.last(), before, after)
        .differing(operation, after.levels());
  }

  private static Map<Place, Long> places(TableImage image) {
    var places = new TreeMap<Place, Long>();
    for (var table : image.tables()) {
      for (var entry : table.entries()) {
        var covers = table.base() + ((long) entry.index() << Levels.shift(table.level()));
        places.put(
            new Place(table.level(), Levels.signExtend(covers, image.levels())), entry.word());
      }
    }
    return places;
  }

  private List<OwedWord> differing(Operation operation, int levels) {
    var places = new TreeSet<>(before.keySet());
    places.addAll(after.keySet());
    path(operation, levels).forEach(places::add);
    return places.stream()
        .filter(place -> step.next().hasTableFor(place.level, place.address))
        .map(this::word)
        .filter(word -> (word.given() & word.mask()) != (word.owed() & word.mask()))
        .limit(COUNT_MAX)
        .toList();
  }

  private static Stream<Place> path(Operation operation, int levels) {
    return operation instanceof Operation.OnPage call && Levels.isCanonical(call.page(), levels)
        ? Stream.iterate(levels, level -> level >= call.size().leafLevel(), level -> level - 1)
            .map(level ->
                new Place(level, Levels.signExtend(call.page() & -Levels.entrySpan(level), levels)))
        : Stream.empty();
  }

  private OwedWord word(Place place) {
    var slot = step.next().slotAt(place.level, place.address);
    var owed = slot.word(place.level, 0);
    long given = after.getOrDefault(place, 0L);
    var mask =
        switch (slot) {
          case Slot.Link _ ->
              ~(EntryWord.ADDRESS_MASK | contract.linkAdds().bits() | step.optionalLinkFlags());
          case Slot.Leaf _ -> ~contract.addsFlags().bits();
          case Slot.Empty _, Slot.Reserved _, Slot.Malformed _ -> -1L;
        };
    return new OwedWord(place.level, place.address, mask, owed & mask, given & mask);
  }
}
