package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Event;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.Outcome;

/// cleanUp gives back exactly the empty tables whose whole span is in the range, children first.
@ParameterizedClass(name = "{0} levels")
@ValueSource(ints = {4, 5})
final class CleanUpTest {
  private static final long PAGE = 0x40_c000_0000L;
  private static final long SPAN_OF_LOWEST = 2L << 20;
  private static final EntryFlags PW = new EntryFlags(0x3);

  private final int levels;
  private final Machine machine;
  private final Mapper mapper;

  CleanUpTest(int levels) {
    this.levels = levels;
    this.machine = new Machine(levels);
    this.mapper = new MappedMapperProvider().open(machine);
  }

  private void leaveEmptyTables(long page) {
    mapper.map(page, PageSize.SIZE_4K, 0, PW);
    mapper.unmap(page, PageSize.SIZE_4K);
  }

  private long tableBelow(long address, int level) {
    return machine.wordAt(address, level) & ~0xfffL;
  }

  private List<Event> cleanUp(long first, long last) {
    machine.forgetEvents();
    assertThat(mapper.cleanUp(first, last)).isEqualTo(Outcome.DONE);
    return machine.events();
  }

  @Test
  void emptyTablesAreUnlinkedChildrenFirstThenFlushedOnceThenGivenBackInTheSameOrder() {
    leaveEmptyTables(PAGE);
    var owed = new ArrayList<Event>();
    for (var level = 2; level <= levels; level++) {
      owed.add(new Event.Store(machine.slot(PAGE, level), 0));
    }
    owed.add(new Event.FlushAll());
    for (var level = 2; level <= levels; level++) {
      owed.add(new Event.GiveBack(tableBelow(PAGE, level)));
    }

    assertThat(cleanUp(0, -1)).containsExactlyElementsOf(owed);
    assertThat(machine.takenCount()).isZero();
  }

  @Test
  void neighboursGoInAscendingOrder() {
    leaveEmptyTables(PAGE + SPAN_OF_LOWEST);
    leaveEmptyTables(PAGE);
    var first = tableBelow(PAGE, 2);
    var second = tableBelow(PAGE + SPAN_OF_LOWEST, 2);

    assertThat(cleanUp(PAGE, PAGE + 2 * SPAN_OF_LOWEST - 1))
        .endsWith(new Event.FlushAll(), new Event.GiveBack(first), new Event.GiveBack(second))
        .hasSize(5);
  }

  @Test
  void aTableWhoseSpanIsNotWhollyInTheRangeStays() {
    leaveEmptyTables(PAGE);
    var last = PAGE + SPAN_OF_LOWEST - 1;

    assertThat(cleanUp(PAGE + 1, last)).isEmpty();
    assertThat(cleanUp(PAGE, last - 1)).isEmpty();
    assertThat(cleanUp(PAGE, last)).hasSize(3);
    assertThat(machine.takenCount()).isEqualTo(levels - 2);
  }

  @Test
  void tablesInUseStayAndReservedEntriesAreAUse() {
    mapper.map(PAGE, PageSize.SIZE_4K, 0, PW);
    mapper.map(PAGE + SPAN_OF_LOWEST, PageSize.SIZE_4K, 0, new EntryFlags(EntryFlags.WRITABLE));
    mapper.map(PAGE + 2 * SPAN_OF_LOWEST, PageSize.SIZE_2M, 0, PW);

    assertThat(cleanUp(0, -1)).isEmpty();
  }

  @Test
  void aRangeThatEndsBeforeItBeginsDoesNothing() {
    leaveEmptyTables(PAGE);

    assertThat(cleanUp(-1, 0)).isEmpty();
    assertThat(cleanUp(PAGE + SPAN_OF_LOWEST, PAGE - 1)).isEmpty();
  }

  @Test
  void aRangeAcrossTheHoleReachesBothHalves() {
    var rootSpan = 1L << (levels == 4 ? 39 : 48);
    leaveEmptyTables(3 * rootSpan);
    leaveEmptyTables(-3 * rootSpan);

    cleanUp(rootSpan, -rootSpan);

    assertThat(machine.takenCount()).isZero();
  }

  @Test
  void theEmptyRootStays() {
    assertThat(cleanUp(0, -1)).isEmpty();
    assertThat(machine.load(machine.root())).isZero();
  }

  @Test
  void aRecursiveSlotStaysAndIsNotFollowed() {
    leaveEmptyTables(PAGE);
    var recursive = machine.root() + 8 * 511;
    machine.poke(recursive, machine.root() | 0x3);

    cleanUp(0, -1);

    assertThat(machine.load(recursive)).isEqualTo(machine.root() | 0x3);
    assertThat(machine.takenCount()).isZero();
  }

  @Test
  void linksToOutsideTheMemoryAreNotFollowed() {
    machine.plant(PAGE, 2, 0x5003);

    assertThat(cleanUp(0, -1)).isEmpty();
  }

  @Test
  void manyTablesAreGivenBackAtOnce() {
    for (var i = 0; i < 100; i++) {
      leaveEmptyTables(i * SPAN_OF_LOWEST);
    }

    var events = cleanUp(0, -1);

    assertThat(events.stream().filter(Event.FlushAll.class::isInstance)).hasSize(1);
    assertThat(machine.takenCount()).isZero();
  }
}
