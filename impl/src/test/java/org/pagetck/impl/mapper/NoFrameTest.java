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

/// A map that gets fewer frames than tables are missing: those made stay linked, empty and usable.
@ParameterizedClass(name = "{0} levels")
@ValueSource(ints = {4, 5})
final class NoFrameTest {
  private static final long PAGE = 0x40_c000_0000L;
  private static final EntryFlags USER_DATA = new EntryFlags(0x7);

  private final int levels;

  NoFrameTest(int levels) {
    this.levels = levels;
  }

  private static Outcome map(Mapper mapper, PageSize size) {
    return mapper.map(PAGE, size, 0x4000_0000L, USER_DATA);
  }

  @ParameterizedTest
  @EnumSource
  void everyFrameTakenIsLinkedWithTheFlagsItWouldHaveHad(PageSize size) {
    for (var had = 0; had < levels - size.leafLevel(); had++) {
      var machine = new Machine(levels);
      var mapper = new MappedMapperProvider().open(machine);
      machine.limitFrames(had);

      assertThat(map(mapper, size)).isEqualTo(Outcome.refused(Refusal.NO_FRAME));

      assertThat(machine.takenCount()).isEqualTo(had);
      assertThat(machine.stores()).hasSize(had);
      for (var level = levels; level > levels - had; level--) {
        assertThat(machine.wordAt(PAGE, level) & 0xfff).isEqualTo(0x7);
      }
      assertThat(machine.wordAt(PAGE, levels - had)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameCallSucceedsOnceFramesAreBackAndTakesOnlyTheRest(PageSize size) {
    for (var had = 0; had < levels - size.leafLevel(); had++) {
      var machine = new Machine(levels);
      var mapper = new MappedMapperProvider().open(machine);
      machine.limitFrames(had);
      map(mapper, size);
      machine.liftLimit();

      assertThat(map(mapper, size)).isEqualTo(Outcome.DONE);

      assertThat(machine.takenCount()).isEqualTo(levels - size.leafLevel());
    }
  }

  @Test
  void existingLinksAreNotWidened() {
    var machine = new Machine(levels);
    var mapper = new MappedMapperProvider().open(machine);
    mapper.map(PAGE, PageSize.SIZE_2M, 0, new EntryFlags(0x1));
    machine.limitFrames(0);
    var before = machine.snapshot();

    assertThat(mapper.map(PAGE + (2 << 20), PageSize.SIZE_4K, 0, USER_DATA))
        .isEqualTo(Outcome.refused(Refusal.NO_FRAME));

    assertThat(machine.snapshot()).isEqualTo(before);
  }

  @Test
  void aConflictIsNamedBeforeTheWantOfFrames() {
    var machine = new Machine(levels);
    var mapper = new MappedMapperProvider().open(machine);
    mapper.map(PAGE, PageSize.SIZE_2M, 0, new EntryFlags(0x1));
    machine.limitFrames(0);
    machine.forgetEvents();

    assertThat(mapper.map(PAGE, PageSize.SIZE_4K, 0, USER_DATA))
        .isEqualTo(Outcome.refused(Refusal.PARENT_HUGE_PAGE));

    assertThat(machine.events()).doesNotContain(new Event.TakeInVain());
  }
}
