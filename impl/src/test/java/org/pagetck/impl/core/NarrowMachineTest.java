package org.pagetck.impl.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.paging.PagingMode;

/// A machine of 40 address bits without NO_EXECUTE: what is past them is reserved in every entry.
final class NarrowMachineTest {
  private static final PagingMode NARROW = new PagingMode(4, 40, false);
  private static final long PAGE = 0x40_c000_0000L;
  private static final EntryFlags PRESENT = new EntryFlags(1);
  private static final EntryFlags NO_EXECUTE = new EntryFlags(1 | EntryFlags.NO_EXECUTE);

  private final Machine machine = new Machine(4);
  private final CoreMapper mapper = open();

  private CoreMapper open() {
    var space = TableSpace.of(machine.memory(), machine.root(), NARROW);
    return new CoreMapper(new MapCore(space), machine);
  }

  @ParameterizedTest
  @EnumSource
  void aFrameIsOutOfRangeFromBit40On(PageSize size) {
    assertThat(mapper.map(PAGE, size, 1L << 40, PRESENT))
        .isEqualTo(Outcome.refused(Refusal.OUT_OF_RANGE));
    assertThat(mapper.map(PAGE, size, (1L << 40) - size.bytes(), PRESENT)).isEqualTo(Outcome.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void aLeafPastTheWidthOrWithBit63IsMalformed(PageSize size) {
    var huge = size == PageSize.SIZE_4K ? 0L : 0x80L;
    for (var reserved : new long[] {1L << 40, 1L << 51, 1L << 63}) {
      machine.plant(PAGE, size.leafLevel(), reserved | huge | 1);

      var owed = Outcome.refused(Refusal.INVALID_FRAME_ADDRESS);
      assertThat(mapper.unmap(PAGE, size)).isEqualTo(owed);
      assertThat(mapper.updateFlags(PAGE, size, PRESENT)).isEqualTo(owed);
      assertThat(mapper.translatePage(PAGE, size)).isEqualTo(owed);
      assertThat(mapper.translate(PAGE)).isEqualTo(owed);
      assertThat(mapper.clear(PAGE, size)).isEqualTo(owed);
      assertThat(machine.events()).isEmpty();
    }
  }

  @Test
  void noExecuteIsInvalidWhereverFlagsArePassed() {
    mapper.map(PAGE, PageSize.SIZE_4K, 0, PRESENT);
    var owed = Outcome.refused(Refusal.INVALID_FLAGS);

    assertThat(mapper.map(0, PageSize.SIZE_4K, 0, NO_EXECUTE)).isEqualTo(owed);
    assertThat(mapper.mapWithTableFlags(0, PageSize.SIZE_4K, 0, PRESENT, NO_EXECUTE))
        .isEqualTo(owed);
    assertThat(mapper.updateFlags(PAGE, PageSize.SIZE_4K, NO_EXECUTE)).isEqualTo(owed);
    assertThat(mapper.setTableFlags(PAGE, 2, NO_EXECUTE)).isEqualTo(owed);
  }

  @Test
  void aReservedEntryPastTheWidthCannotBecomePresent() {
    machine.plant(PAGE, 1, (1L << 40) | 2);

    assertThat(mapper.updateFlags(PAGE, PageSize.SIZE_4K, PRESENT))
        .isEqualTo(Outcome.refused(Refusal.INVALID_FRAME_ADDRESS));
  }
}
