package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Event;
import org.pagetck.impl.machine.Machine;
import org.pagetck.impl.machine.SlotSample;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;

/// unmap and clear where they are done: one store of 0, what stood there, and the page's flush.
@ParameterizedClass(name = "{0} levels")
@ValueSource(ints = {4, 5})
final class UnmapTest {
  private static final long PAGE = 0xffff_8040_c000_0000L;

  private final int levels;

  UnmapTest(int levels) {
    this.levels = levels;
  }

  private Machine machineWith(SlotSample sample) {
    var machine = new Machine(levels);
    machine.plant(PAGE, sample.level(), sample.word());
    return machine;
  }

  private static Outcome.Removed removed(SlotSample leaf, PageSize size) {
    var pat = size == PageSize.SIZE_4K ? 0x80 : 0x1000;
    var hasPat = (leaf.word() & pat) != 0;
    var flags = (leaf.word() & 0xfff0_0000_0000_0f7fL) | (hasPat ? EntryFlags.PAT : 0);
    var frame = leaf.word() & 0x000f_ffff_ffff_f000L & -size.bytes();
    return new Outcome.Removed(frame, new EntryFlags(flags), Flush.PAGE);
  }

  @ParameterizedTest
  @EnumSource
  void aLeafGoesByOneStoreAndIsAnsweredWithItsFrameAndFlags(PageSize size) {
    for (var sample : SlotSample.at(size.leafLevel())) {
      if (sample.state() != SlotState.LEAF) {
        continue;
      }
      var unmapped = machineWith(sample);
      var cleared = machineWith(sample);

      assertThat(new MappedMapperProvider().open(unmapped).unmap(PAGE, size))
          .isEqualTo(removed(sample, size));
      assertThat(new MappedMapperProvider().open(cleared).clear(PAGE, size))
          .isEqualTo(removed(sample, size));

      var slot = unmapped.slot(PAGE, size.leafLevel());
      assertThat(unmapped.events()).containsExactly(new Event.Store(slot, 0));
      assertThat(cleared.events()).containsExactly(new Event.Store(slot, 0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void clearRemovesAReservedEntryTooAndNothingIsToBeFlushed(PageSize size) {
    for (var sample : SlotSample.at(size.leafLevel())) {
      if (sample.state() != SlotState.RESERVED) {
        continue;
      }
      var machine = machineWith(sample);

      assertThat(new MappedMapperProvider().open(machine).clear(PAGE, size))
          .isEqualTo(new Outcome.RemovedReserved(sample.word(), Flush.NONE));

      assertThat(machine.events())
          .containsExactly(new Event.Store(machine.slot(PAGE, size.leafLevel()), 0));
    }
  }
}
