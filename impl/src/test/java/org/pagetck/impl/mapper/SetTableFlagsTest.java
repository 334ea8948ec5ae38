package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Event;
import org.pagetck.impl.machine.Machine;
import org.pagetck.impl.machine.SlotSample;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// setTableFlags changes one link and nothing else.
@ParameterizedClass(name = "{0} levels")
@ValueSource(ints = {4, 5})
final class SetTableFlagsTest {
  private static final long ADDRESS = 0xffff_8040_c020_3123L;
  private final int levels;

  SetTableFlagsTest(int levels) {
    this.levels = levels;
  }

  private static Refusal owed(SlotState state) {
    return switch (state) {
      case EMPTY, RESERVED -> Refusal.NOT_MAPPED;
      case LEAF, MALFORMED -> Refusal.PARENT_HUGE_PAGE;
      case LINK -> throw new IllegalArgumentException("a link is not refused");
    };
  }

  @Test
  void aLinkGetsTheFlagsAndKeepsPresentAndItsTable() {
    for (var level = 2; level <= levels; level++) {
      var machine = new Machine(levels);
      var mapper = new MappedMapperProvider().open(machine);
      var slot = machine.slot(ADDRESS, level);
      var table = machine.ownFrame();
      machine.poke(slot, table | 0x67);

      assertThat(mapper.setTableFlags(ADDRESS, level, new EntryFlags(0x8000_0000_0000_0e02L)))
          .isEqualTo(new Outcome.Done(Flush.ALL));

      assertThat(machine.events())
          .containsExactly(new Event.Store(slot, table | 0x8000_0000_0000_0e03L));
    }
  }

  @Test
  void whatIsNoLinkIsRefusedThereAndAbove() {
    for (var level = 2; level <= levels; level++) {
      for (var at = level; at <= levels; at++) {
        for (var sample : SlotSample.at(at)) {
          if (sample.state() != SlotState.LINK) {
            assertRefused(level, sample);
          }
        }
      }
    }
  }

  private void assertRefused(int level, SlotSample sample) {
    var machine = new Machine(levels);
    machine.plant(ADDRESS, sample.level(), sample.word());

    assertThat(
            new MappedMapperProvider().open(machine).setTableFlags(ADDRESS, level, EntryFlags.NONE))
        .as("level %d, %s", level, sample)
        .isEqualTo(Outcome.refused(owed(sample.state())));
    assertThat(machine.events()).isEmpty();
  }
}
