package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Event;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// What a map that is done leaves in memory, and in which order.
@ParameterizedClass(name = "{0} levels")
@ValueSource(ints = {4, 5})
final class MapTest {
  private static final long PAGE = 0xffff_8040_c000_0000L;
  private static final long P = 1;
  private static final long PW = 3;
  private static final long PWU = 7;

  private final int levels;
  private final Machine machine;
  private final Mapper mapper;

  MapTest(int levels) {
    this.levels = levels;
    this.machine = new Machine(levels);
    this.mapper = new MappedMapperProvider().open(machine);
  }

  private Outcome map(PageSize size, long page, long frame, long flags) {
    return mapper.map(page, size, frame, new EntryFlags(flags));
  }

  @ParameterizedTest
  @EnumSource
  void leafHoldsFrameAndFlagsAndHugePageWhereItIsHuge(PageSize size) {
    var frame = size.bytes() * 3;

    assertThat(map(size, PAGE, frame, PW)).isEqualTo(Outcome.DONE);

    var huge = size == PageSize.SIZE_4K ? 0 : 0x80;
    assertThat(machine.wordAt(PAGE, size.leafLevel())).isEqualTo(frame | PW | huge);
  }

  @ParameterizedTest
  @CsvSource({"SIZE_4K, 0x80", "SIZE_2M, 0x1080", "SIZE_1G, 0x1080"})
  void patStandsAtBit7OfASmallLeafAndAtBit12OfAHugeOne(PageSize size, long bits) {
    assertThat(map(size, PAGE, 0, P | EntryFlags.PAT)).isEqualTo(Outcome.DONE);

    assertThat(machine.wordAt(PAGE, size.leafLevel())).isEqualTo(P | bits);
  }

  @ParameterizedTest
  @EnumSource
  void everyFlagButHugePageIsStored(PageSize size) {
    var all = EntryFlags.ALL & ~EntryFlags.HUGE_PAGE;

    assertThat(map(size, PAGE, 0, all)).isEqualTo(Outcome.DONE);

    assertThat(mapper.translatePage(PAGE, size))
        .isEqualTo(new Outcome.Found(0, new EntryFlags(all)));
  }

  @ParameterizedTest
  @EnumSource
  void missingTablesAreTakenOneEachAndZeroedBeforeTheyAreLinkedAndTheLeafComesLast(PageSize size) {
    map(size, PAGE, 0, PW);

    var missing = levels - size.leafLevel();
    var events = machine.events();
    assertThat(events.stream().filter(Event.Take.class::isInstance)).hasSize(missing);
    assertThat(machine.stores()).hasSize(missing + 1);
    for (var level = levels; level > size.leafLevel(); level--) {
      var table = machine.wordAt(PAGE, level) & ~0xfffL;
      var linked = new Event.Store(machine.slot(PAGE, level), table | PW);
      assertThat(events).containsSubsequence(new Event.Take(table), new Event.Zero(table), linked);
    }
    assertThat(events.getLast())
        .isEqualTo(
            new Event.Store(
                machine.slot(PAGE, size.leafLevel()), machine.wordAt(PAGE, size.leafLevel())));
    assertThat(events).noneMatch(Event.Other.class::isInstance);
  }

  @Test
  void aSecondPageOfTheSameTableCostsOneStoreAndNoFrame() {
    map(PageSize.SIZE_4K, PAGE, 0, PW);
    machine.forgetEvents();

    assertThat(map(PageSize.SIZE_4K, PAGE + 4096, 0x1000, PW)).isEqualTo(Outcome.DONE);

    assertThat(machine.events())
        .containsExactly(new Event.Store(machine.slot(PAGE + 4096, 1), 0x1000 | PW));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3", "5, 5", "7, 7", "0x8000000000000001, 1", "0x1ff1, 1", "0, 1", "6, 7"})
  void newLinksArePresentAndHaveWritableAndUserOfTheLeafAndNothingElse(String flags, long link) {
    var bits = Long.parseUnsignedLong(flags.replace("0x", ""), flags.startsWith("0x") ? 16 : 10);

    map(PageSize.SIZE_4K, PAGE, 0x1000, bits & ~EntryFlags.HUGE_PAGE);

    for (var level = levels; level > 1; level--) {
      assertThat(machine.wordAt(PAGE, level) & EntryFlags.ALL & 0xfffL).isEqualTo(link);
      assertThat(machine.wordAt(PAGE, level) >>> 52).isZero();
    }
  }

  @Test
  void existingLinksAreWidenedFromTheRootDownBeforeTheLeafAppears() {
    map(PageSize.SIZE_4K, PAGE, 0, P);
    machine.forgetEvents();

    map(PageSize.SIZE_4K, PAGE + 4096, 0x1000, PW);

    var stores = machine.stores();
    assertThat(stores).hasSize(levels);
    for (var level = levels; level > 1; level--) {
      var link = machine.wordAt(PAGE, level);
      assertThat(link & PWU).isEqualTo(PW);
      assertThat(stores.get(levels - level))
          .isEqualTo(new Event.Store(machine.slot(PAGE, level), link));
    }
    assertThat(stores.getLast().slot()).isEqualTo(machine.slot(PAGE + 4096, 1));
  }

  @Test
  void onlyTheLinksThatLackARightAreStored() {
    map(PageSize.SIZE_4K, PAGE, 0, P);
    map(PageSize.SIZE_4K, PAGE + (1L << 30), 0, PW);
    machine.forgetEvents();

    map(PageSize.SIZE_4K, PAGE + 4096, 0, PW);

    assertThat(machine.stores())
        .extracting(Event.Store::slot)
        .containsExactly(
            machine.slot(PAGE, 3), machine.slot(PAGE, 2), machine.slot(PAGE + 4096, 1));
  }

  @Test
  void otherBitsOfAWidenedLinkStay() {
    var others = 0x7ff0_0000_0000_0e78L;
    machine.plant(PAGE, 2, machine.ownFrame() | others | P);

    map(PageSize.SIZE_4K, PAGE, 0, PW);

    assertThat(machine.wordAt(PAGE, 2) & ~0x000f_ffff_ffff_f000L).isEqualTo(others | PW);
  }

  @ParameterizedTest
  @EnumSource
  void withoutPresentAReservedEntryIsLeftAndLinksArePresentAllTheSame(PageSize size) {
    assertThat(map(size, PAGE, size.bytes(), EntryFlags.WRITABLE)).isEqualTo(Outcome.DONE);

    assertThat(machine.wordAt(PAGE, size.leafLevel()) & 1).isZero();
    assertThat(machine.wordAt(PAGE, levels) & PWU).isEqualTo(PW);
    assertThat(mapper.translate(PAGE)).isEqualTo(Outcome.refused(Refusal.NOT_MAPPED));
  }

  @Test
  void frame0WithoutFlagsWouldBeAnEmptySlotAndIsInvalidFlags() {
    assertThat(map(PageSize.SIZE_4K, PAGE, 0, 0)).isEqualTo(Outcome.refused(Refusal.INVALID_FLAGS));
    assertThat(machine.events()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SIZE_2M", "SIZE_1G"})
  void frame0WithoutFlagsIsAMarkerWhereHugePageStands(PageSize size) {
    assertThat(map(size, PAGE, 0, 0)).isEqualTo(Outcome.DONE);
    assertThat(machine.wordAt(PAGE, size.leafLevel())).isEqualTo(0x80);
  }

  @Test
  void aHugePageOverAnEmptiedTableIsRefused() {
    map(PageSize.SIZE_4K, PAGE, 0, PW);
    mapper.unmap(PAGE, PageSize.SIZE_4K);

    assertThat(map(PageSize.SIZE_2M, PAGE, 0, PW))
        .isEqualTo(Outcome.refused(Refusal.ALREADY_MAPPED));
  }

  @Test
  void mappingTheSameAgainIsRefusedToo() {
    map(PageSize.SIZE_4K, PAGE, 0x1000, PW);

    assertThat(map(PageSize.SIZE_4K, PAGE, 0x1000, PW))
        .isEqualTo(Outcome.refused(Refusal.ALREADY_MAPPED));
  }

  @Test
  void aRefusedMapBelowAReadOnlyHugePageLeavesItReadOnly() {
    map(PageSize.SIZE_2M, PAGE, 0, P);
    var before = machine.snapshot();

    assertThat(map(PageSize.SIZE_4K, PAGE + 4096, 0, PWU))
        .isEqualTo(Outcome.refused(Refusal.PARENT_HUGE_PAGE));

    assertThat(machine.snapshot()).isEqualTo(before);
  }

  @Test
  void tableFlagsAreExactInNewLinksWithPresentAdded() {
    var tableFlags = 0x8010_0000_0000_0278L;

    mapper.mapWithTableFlags(
        PAGE, PageSize.SIZE_4K, 0, new EntryFlags(PWU), new EntryFlags(tableFlags));

    for (var level = levels; level > 1; level--) {
      assertThat(machine.wordAt(PAGE, level) & ~0x000f_ffff_ffff_f000L).isEqualTo(tableFlags | P);
    }
  }

  @Test
  void ofTableFlagsExistingLinksGainWritableAndUserOnly() {
    map(PageSize.SIZE_4K, PAGE, 0, P);

    mapper.mapWithTableFlags(
        PAGE + 4096,
        PageSize.SIZE_4K,
        0,
        new EntryFlags(P),
        new EntryFlags(0x8010_0000_0000_027eL));

    for (var level = levels; level > 1; level--) {
      assertThat(machine.wordAt(PAGE, level) & ~0x000f_ffff_ffff_f000L).isEqualTo(PWU);
    }
  }

  @Test
  void tableFlagsTakeThePlaceOfTheDerivedOnes() {
    map(PageSize.SIZE_4K, PAGE, 0, P);
    machine.forgetEvents();

    mapper.mapWithTableFlags(
        PAGE + 4096, PageSize.SIZE_4K, 0, new EntryFlags(PWU), EntryFlags.NONE);

    assertThat(machine.events())
        .containsExactly(new Event.Store(machine.slot(PAGE + 4096, 1), PWU));
  }

  @ParameterizedTest
  @ValueSource(longs = {EntryFlags.HUGE_PAGE, EntryFlags.PAT, EntryFlags.GLOBAL})
  void tableFlagsThatNoLinkMayHaveAreInvalid(long flag) {
    assertThat(
            mapper.mapWithTableFlags(
                PAGE, PageSize.SIZE_4K, 0, new EntryFlags(P), new EntryFlags(PW | flag)))
        .isEqualTo(Outcome.refused(Refusal.INVALID_FLAGS));
    assertThat(machine.events()).isEmpty();
  }
}
