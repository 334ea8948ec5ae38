package org.pagetck.model.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pagetck.model.address.Levels;
import org.pcollections.TreePMap;

/// The table, compared with a persistent map that others wrote.
class TableTest {
  private static final int CHANGE_COUNT = 5_000;
  private static final int KEPT_COUNT = 50;
  private static final List<Integer> INDICES =
      IntStream.range(0, Levels.ENTRY_COUNT).boxed().toList();

  /// A table and what it has to hold.
  private record Pair(Table table, TreePMap<Integer, Slot> owed) {
    static final Pair EMPTY = new Pair(Table.EMPTY, TreePMap.empty());

    Pair with(int index, Slot slot) {
      return new Pair(
          table.with(index, slot),
          slot instanceof Slot.Empty ? owed.minus(index) : owed.plus(index, slot));
    }

    void check() {
      assertThat(table).hasToString(owed.toString());
      assertThat(table.size()).isEqualTo(owed.size());
      assertThat(table.isEmpty()).isEqualTo(owed.isEmpty());
      assertThat(INDICES.stream().map(table::get).toList())
          .isEqualTo(INDICES.stream().map(it -> owed.getOrDefault(it, Slot.EMPTY)).toList());
      assertThat(INDICES.stream().map(table::firstOccupied).toList())
          .isEqualTo(INDICES.stream().map(it -> firstKey(owed, it)).toList());
      assertThat(table.firstOccupied(Levels.ENTRY_COUNT)).isEqualTo(-1);
    }

    private static int firstKey(TreePMap<Integer, Slot> map, int from) {
      var key = map.ceilingKey(from);
      return key == null ? -1 : key;
    }
  }

  private static Pair changed(Pair pair, SplittableRandom random, int range) {
    var slot =
        random.nextInt(3) == 0
            ? Slot.EMPTY
            : new Slot.Leaf(random.nextInt(4) * 0x1000L, random.nextInt(2));
    return pair.with(random.nextInt(range), slot);
  }

  @Test
  void holdsWhatAnyOrderOfChangesLeaves() {
    for (var range : new int[] {1, 4, 33, Levels.ENTRY_COUNT}) {
      var random = new SplittableRandom(range);
      var pair = Pair.EMPTY;
      for (var i = 0; i < CHANGE_COUNT; i++) {
        pair = changed(pair, random, range);
        if (i % 97 == 0) {
          pair.check();
        }
      }
      pair.check();
    }
  }

  @Test
  void keepsTablesThatOthersWereMadeFrom() {
    var random = new SplittableRandom(1);
    var kept = new ArrayList<Pair>();
    var pair = Pair.EMPTY;
    for (var i = 0; i < KEPT_COUNT; i++) {
      for (var j = 0; j < KEPT_COUNT; j++) {
        pair = changed(pair, random, 100);
      }
      kept.add(pair);
    }
    kept.forEach(Pair::check);
  }

  @Test
  void isEqualToTablesOfTheSameSlotsHoweverTheyCameAbout() {
    var random = new SplittableRandom(2);
    var pair = Pair.EMPTY;
    for (var i = 0; i < CHANGE_COUNT; i++) {
      pair = changed(pair, random, i % 200 + 1);
    }
    var again = Table.EMPTY;
    for (var index : pair.owed().descendingMap().keySet()) {
      again = again.with(index, pair.table().get(index));
    }
    var other = again.with(0, new Slot.Reserved(2));

    assertThat(again).isEqualTo(pair.table()).hasSameHashCodeAs(pair.table());
    assertThat(other).isNotEqualTo(again);
    assertThat(other.with(0, again.get(0))).isEqualTo(again).hasSameHashCodeAs(again);
  }

  @Test
  void isTheSameWhereNothingChanges() {
    var leaf = new Slot.Leaf(0x1000, 1);
    var table = Table.EMPTY.with(40, leaf);

    assertThat(table.with(40, leaf)).isSameAs(table);
    assertThat(table.with(41, Slot.EMPTY)).isSameAs(table);
    assertThat(table.with(40, Slot.EMPTY)).isSameAs(Table.EMPTY);
    assertThat(table).hasToString("{40=" + leaf + "}");
  }
}
