package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Event;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// updateFlags replaces the flags of a leaf or RESERVED entry and keeps its address.
@ParameterizedClass(name = "{0} levels")
@ValueSource(ints = {4, 5})
final class UpdateFlagsTest {
  private static final long PAGE = 0xffff_8040_c000_0000L;
  private static final long PWU = 7;

  private final int levels;
  private final Machine machine;
  private final Mapper mapper;

  UpdateFlagsTest(int levels) {
    this.levels = levels;
    this.machine = new Machine(levels);
    this.mapper = new MappedMapperProvider().open(machine);
  }

  private Outcome update(PageSize size, long flags) {
    return mapper.updateFlags(PAGE, size, new EntryFlags(flags));
  }

  @ParameterizedTest
  @EnumSource
  void flagsAreReplacedNotAddedAndTheFrameStays(PageSize size) {
    var frame = 9 * size.bytes();
    var huge = size == PageSize.SIZE_4K ? 0 : 0x80;
    machine.plant(PAGE, size.leafLevel(), frame | 0x67 | huge);

    assertThat(update(size, 0x8000_0000_0000_0001L)).isInstanceOf(Outcome.Done.class);

    assertThat(machine.events())
        .containsExactly(
            new Event.Store(
                machine.slot(PAGE, size.leafLevel()), frame | 0x8000_0000_0000_0001L | huge));
  }

  @ParameterizedTest
  @EnumSource
  void theSameFlagsAgainCostNoStoreAndNoFlush(PageSize size) {
    mapper.map(PAGE, size, size.bytes(), new EntryFlags(PWU | EntryFlags.PAT));
    machine.forgetEvents();

    assertThat(update(size, PWU | EntryFlags.PAT)).isEqualTo(Outcome.DONE);

    assertThat(machine.events()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aReservedEntryBecomesPresentWithTheAddressItHolds(PageSize size) {
    mapper.map(PAGE, size, 3 * size.bytes(), new EntryFlags(1L << 9));

    assertThat(update(size, 1)).isEqualTo(Outcome.DONE);

    assertThat(mapper.translatePage(PAGE, size))
        .isEqualTo(new Outcome.Found(3 * size.bytes(), new EntryFlags(1)));
  }

  @ParameterizedTest
  @EnumSource
  void aLeafBecomesReservedAndKeepsItsAddress(PageSize size) {
    mapper.map(PAGE, size, 3 * size.bytes(), new EntryFlags(PWU));

    assertThat(update(size, 0)).isInstanceOf(Outcome.Done.class);

    var huge = size == PageSize.SIZE_4K ? 0 : 0x80;
    assertThat(machine.wordAt(PAGE, size.leafLevel())).isEqualTo(3 * size.bytes() | huge);
  }

  @ParameterizedTest
  @EnumSource(names = {"SIZE_2M", "SIZE_1G"})
  void aReservedEntryWithAnUnalignedAddressCannotBecomePresent(PageSize size) {
    machine.plant(PAGE, size.leafLevel(), 0x2080);
    var before = machine.snapshot();

    assertThat(update(size, PWU)).isEqualTo(Outcome.refused(Refusal.INVALID_FRAME_ADDRESS));
    assertThat(machine.snapshot()).isEqualTo(before);

    assertThat(update(size, EntryFlags.WRITABLE)).isEqualTo(Outcome.DONE);
    assertThat(machine.wordAt(PAGE, size.leafLevel())).isEqualTo(0x2082);
  }

  @Test
  void noFlagsOnFrame0WouldEmptyTheSlotAndAreInvalid() {
    mapper.map(PAGE, PageSize.SIZE_4K, 0, new EntryFlags(PWU));
    machine.forgetEvents();

    assertThat(update(PageSize.SIZE_4K, 0)).isEqualTo(Outcome.refused(Refusal.INVALID_FLAGS));

    assertThat(machine.events()).isEmpty();
  }

  @Test
  void linksAreWidenedFromTheRootDownBeforeTheLeafIs() {
    mapper.map(PAGE, PageSize.SIZE_4K, 0, new EntryFlags(1));
    machine.forgetEvents();

    update(PageSize.SIZE_4K, PWU);

    assertThat(machine.stores()).hasSize(levels);
    for (var level = levels; level >= 1; level--) {
      assertThat(machine.stores().get(levels - level))
          .isEqualTo(new Event.Store(machine.slot(PAGE, level), machine.wordAt(PAGE, level)));
      assertThat(machine.wordAt(PAGE, level) & PWU).isEqualTo(PWU);
    }
  }

  @Test
  void linksAreNotNarrowedWithTheLeaf() {
    mapper.map(PAGE, PageSize.SIZE_4K, 0, new EntryFlags(PWU));
    machine.forgetEvents();

    update(PageSize.SIZE_4K, 1);

    assertThat(machine.events()).containsExactly(new Event.Store(machine.slot(PAGE, 1), 1));
  }

  @Test
  void linksAreWidenedEvenWhereTheLeafStaysAsItIs() {
    machine.plant(PAGE, 1, PWU);
    machine.plant(PAGE, 2, machine.wordAt(PAGE, 2) & ~EntryFlags.WRITABLE);

    assertThat(update(PageSize.SIZE_4K, PWU)).isEqualTo(Outcome.DONE);

    assertThat(machine.events())
        .containsExactly(new Event.Store(machine.slot(PAGE, 2), machine.wordAt(PAGE, 2)));
    assertThat(machine.wordAt(PAGE, 2) & PWU).isEqualTo(PWU);
  }
}
