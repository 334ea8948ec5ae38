package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// What translate and translatePage find; they store nothing and take nothing.
@ParameterizedClass(name = "{0} levels")
@ValueSource(ints = {4, 5})
final class TranslateTest {
  private static final long PAGE = 0x40_c000_0000L;
  private static final EntryFlags FLAGS = new EntryFlags(0x67 | EntryFlags.PAT);

  private final Machine machine;
  private final Mapper mapper;

  TranslateTest(int levels) {
    this.machine = new Machine(levels);
    this.mapper = new MappedMapperProvider().open(machine);
  }

  @AfterEach
  void nothingIsStoredOrTaken() {
    assertThat(machine.events()).isEmpty();
  }

  private void plantLeaf(PageSize size, long frame) {
    var pat = size == PageSize.SIZE_4K ? 0x80 : 0x1080;
    machine.plant(PAGE, size.leafLevel(), frame | 0x67 | pat);
  }

  @ParameterizedTest
  @EnumSource
  void everyByteOfAPageTranslatesAndItsNeighboursDoNot(PageSize size) {
    var frame = 7 * size.bytes();
    plantLeaf(size, frame);

    for (var offset : new long[] {0, 1, 0x12345 & size.offsetMask(), size.bytes() - 1}) {
      assertThat(mapper.translate(PAGE + offset))
          .isEqualTo(new Outcome.Translated(size, frame, offset, FLAGS));
    }
    assertThat(mapper.translate(PAGE - 1)).isEqualTo(Outcome.refused(Refusal.NOT_MAPPED));
    assertThat(mapper.translate(PAGE + size.bytes()))
        .isEqualTo(Outcome.refused(Refusal.NOT_MAPPED));
  }

  @ParameterizedTest
  @EnumSource
  void translatePageAnswersFrameAndFlagsWithPatAndWithoutHugePage(PageSize size) {
    plantLeaf(size, size.bytes());

    assertThat(mapper.translatePage(PAGE, size)).isEqualTo(new Outcome.Found(size.bytes(), FLAGS));
  }

  @Test
  void aTranslateThroughAHugeLeafReadsNoByteOfTheHugePageAsATable() {
    var data = Machine.START & -(2L << 20);
    machine.plant(PAGE, 2, data | 0x81);

    assertThat(mapper.translate(PAGE + 0x3008))
        .isEqualTo(new Outcome.Translated(PageSize.SIZE_2M, data, 0x3008, new EntryFlags(1)));
    assertThat(mapper.translatePage(PAGE + 0x3000, PageSize.SIZE_4K))
        .isEqualTo(Outcome.refused(Refusal.PARENT_HUGE_PAGE));
  }
}
