package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;

/// The first and last pages of the space and of its two halves, and the last frame there is.
@ParameterizedClass(name = "{0} levels")
@ValueSource(ints = {4, 5})
final class EndsOfSpaceTest {
  private static final EntryFlags PW = new EntryFlags(0x3);

  private final int levels;
  private final Machine machine;
  private final Mapper mapper;

  EndsOfSpaceTest(int levels) {
    this.levels = levels;
    this.machine = new Machine(levels);
    this.mapper = new MappedMapperProvider().open(machine);
  }

  @ParameterizedTest
  @EnumSource
  void everyEndMapsTranslatesAndUnmapsOnItsOwn(PageSize size) {
    var hole = 1L << (levels == 4 ? 47 : 56);
    var ends = new long[] {0, hole - size.bytes(), -hole, -size.bytes()};
    for (var i = 0; i < ends.length; i++) {
      assertThat(mapper.map(ends[i], size, i * size.bytes(), PW)).isEqualTo(Outcome.DONE);
    }
    for (var i = 0; i < ends.length; i++) {
      var frame = i * size.bytes();
      var last = size.bytes() - 1;
      assertThat(mapper.translate(ends[i])).isEqualTo(new Outcome.Translated(size, frame, 0, PW));
      assertThat(mapper.translate(ends[i] + last))
          .isEqualTo(new Outcome.Translated(size, frame, last, PW));
      assertThat(mapper.unmap(ends[i], size)).isEqualTo(new Outcome.Removed(frame, PW, Flush.PAGE));
    }
    mapper.cleanUp(0, -1);
    assertThat(machine.takenCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void theLastFrameBelowThePhysicalWidthIsAFrameLikeAnyOther(PageSize size) {
    var frame = (1L << 52) - size.bytes();

    assertThat(mapper.map(0, size, frame, PW)).isEqualTo(Outcome.DONE);

    assertThat(mapper.translate(size.bytes() - 1))
        .isEqualTo(new Outcome.Translated(size, frame, size.bytes() - 1, PW));
  }

  @Test
  void cleanUpOfTheLastByteTouchesNoTableAndOfTheLastTableTakesIt() {
    mapper.map(-4096, PageSize.SIZE_4K, 0, PW);
    mapper.unmap(-4096, PageSize.SIZE_4K);
    var tables = machine.takenCount();

    mapper.cleanUp(-1, -1);
    assertThat(machine.takenCount()).isEqualTo(tables);

    mapper.cleanUp(-(2L << 20), -1);
    assertThat(machine.takenCount()).isEqualTo(tables - 1);
  }
}
