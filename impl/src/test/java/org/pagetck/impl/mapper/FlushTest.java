package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Machine;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;

/// Which flush each operation asks for: enough, and no more than the contract owes.
@ParameterizedClass(name = "{0} levels")
@ValueSource(ints = {4, 5})
final class FlushTest {
  private static final long PAGE = 0x40_c000_0000L;
  private static final long FRAME = 0x4000_0000L;

  private final int levels;
  private final Machine machine;
  private final Mapper mapper;

  FlushTest(int levels) {
    this.levels = levels;
    this.machine = new Machine(levels);
    this.mapper = new MappedMapperProvider().open(machine);
  }

  private static EntryFlags flags(String names) {
    return EntryFlags.byText(names).orElseThrow();
  }

  private static Flush flush(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).flush();
  }

  private Flush map(long page, PageSize size, String names) {
    return flush(mapper.map(page, size, FRAME, flags(names)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          PRESENT|WRITABLE;              PRESENT;                        page
          PRESENT|USER;                  PRESENT;                        page
          PRESENT|USER;                  USER;                           page
          PRESENT;                       -;                              page
          PRESENT;                       PRESENT|USER;                   page
          PRESENT;                       PRESENT|NO_EXECUTE;             page
          PRESENT;                       PRESENT|WRITE_THROUGH;          page
          PRESENT|WRITE_THROUGH;         PRESENT;                        page
          PRESENT;                       PRESENT|NO_CACHE;               page
          PRESENT;                       PRESENT|PAT;                    page
          PRESENT|PAT;                   PRESENT;                        page
          PRESENT|WRITABLE;              PRESENT|NO_EXECUTE|WRITABLE;    page
          PRESENT|NO_EXECUTE;            PRESENT;                        none
          PRESENT;                       PRESENT|WRITABLE;               none
          PRESENT;                       PRESENT;                        none
          PRESENT|ACCESSED|DIRTY|GLOBAL; PRESENT|BIT_9|BIT_62;           none
          PRESENT;                       PRESENT|ACCESSED|DIRTY|GLOBAL;  none
          WRITABLE;                      PRESENT|USER|NO_EXECUTE;        none
          WRITABLE|USER;                 NO_CACHE;                       none
          """)
  void updateFlagsAsksForThePageWhereSomethingWasTakenAway(
      String before, String after, String owed) {
    for (var size : PageSize.all()) {
      var fresh = new Machine(levels);
      var tables = new MappedMapperProvider().open(fresh);
      // Links that allow everything, so that only the leaf decides.
      fresh.slot(PAGE, size.leafLevel());
      tables.map(PAGE, size, FRAME, flags(before));

      var flush = flush(tables.updateFlags(PAGE, size, flags(after)));

      assertThat(flush).as("%s", size).hasToString(owed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewMappingAsksForNothing(PageSize size) {
    assertThat(map(PAGE, size, "PRESENT|WRITABLE|USER")).isEqualTo(Flush.NONE);
  }

  @Test
  void linksThatGainWritableAskForNothing() {
    map(PAGE, PageSize.SIZE_4K, "PRESENT");

    assertThat(map(PAGE + 4096, PageSize.SIZE_4K, "PRESENT|WRITABLE")).isEqualTo(Flush.NONE);
  }

  @Test
  void linksThatGainUserAskForThePageWhereItIsTheOnlyUserPageBelow() {
    map(PAGE, PageSize.SIZE_4K, "PRESENT|WRITABLE");

    assertThat(map(PAGE + 4096, PageSize.SIZE_4K, "PRESENT|USER")).isEqualTo(Flush.PAGE);
  }

  @Test
  void linksThatGainUserForAReservedEntryAskForThePageToo() {
    map(PAGE, PageSize.SIZE_4K, "PRESENT|WRITABLE");

    assertThat(map(PAGE + 4096, PageSize.SIZE_4K, "USER")).isEqualTo(Flush.PAGE);
  }

  @ParameterizedTest
  @EnumSource
  void linksThatGainUserAskForEverythingWhereAnotherUserPageHangsOnThem(PageSize other) {
    map(PAGE, other, "PRESENT|USER");
    mapper.setTableFlags(PAGE, 4, flags("WRITABLE"));
    var elsewhere = PAGE + (1L << 31);

    assertThat(map(elsewhere, PageSize.SIZE_4K, "PRESENT|USER")).isEqualTo(Flush.ALL);
  }

  @Test
  void aUserPageBehindALinkWithoutUserIsNotConcerned() {
    map(PAGE, PageSize.SIZE_4K, "PRESENT|USER");
    mapper.setTableFlags(PAGE, 3, flags("WRITABLE"));
    mapper.setTableFlags(PAGE, 4, flags("WRITABLE"));

    assertThat(map(PAGE + (1L << 31), PageSize.SIZE_4K, "PRESENT|USER")).isEqualTo(Flush.PAGE);
  }

  @Test
  void anUpdateThatGivesLinksUserCountsAsTheMapDoes() {
    map(PAGE, PageSize.SIZE_4K, "PRESENT");
    assertThat(flush(mapper.updateFlags(PAGE, PageSize.SIZE_4K, flags("PRESENT|USER"))))
        .isEqualTo(Flush.PAGE);

    map(PAGE + 4096, PageSize.SIZE_4K, "PRESENT|USER");
    mapper.setTableFlags(PAGE, 2, EntryFlags.NONE);
    assertThat(flush(mapper.updateFlags(PAGE, PageSize.SIZE_4K, flags("PRESENT|USER"))))
        .isEqualTo(Flush.ALL);
  }

  @Test
  void aChangedLinkAsksForEverythingAndAnUnchangedOneForNothing() {
    map(PAGE, PageSize.SIZE_4K, "PRESENT|WRITABLE");

    assertThat(flush(mapper.setTableFlags(PAGE, 3, flags("PRESENT")))).isEqualTo(Flush.ALL);
    assertThat(flush(mapper.setTableFlags(PAGE, 3, flags("PRESENT")))).isEqualTo(Flush.NONE);
    assertThat(machine.wordAt(PAGE, 3) & 0xfff).isEqualTo(1);
  }
}
