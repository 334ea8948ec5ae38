package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.impl.machine.Event;
import org.pagetck.impl.machine.Machine;
import org.pagetck.impl.machine.Run;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.trace.OutcomeText;

/// The mapper of 2019 beside the one of today: where the contract says that they part, what each
/// answers and leaves in memory.
final class Mapped2019Test {
  private static final MapperProvider OLD = new Mapped2019Provider();
  private static final MapperProvider NEW = new MappedMapperProvider();

  private static Run old(String calls) {
    return Run.of(OLD, 4, calls.replaceAll(" +/ +", "\n"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          updateFlags of 2 MiB on a table      ; map 4K 0x0 0x5000 PRESENT / update-flags 2M 0x0 PRESENT ; ok flush=page                   ; refused TABLE_ENTRY
          updateFlags of 1 GiB on a table      ; map 4K 0x0 0x5000 PRESENT / update-flags 1G 0x0 PRESENT ; ok flush=page                   ; refused TABLE_ENTRY
          translatePage on a table             ; map 4K 0x0 0x5000 PRESENT / translate-page 2M 0x0       ; refused INVALID_FRAME_ADDRESS   ; refused TABLE_ENTRY
          translatePage on an aligned table    ; plant level=2 0x0 0x100000003 / translate-page 2M 0x0   ; ok 0x100000000 flags=-          ; refused TABLE_ENTRY
          translatePage of a RESERVED entry    ; map 4K 0x0 0x5000 WRITABLE / translate-page 4K 0x0      ; ok 0x5000 flags=-               ; refused NOT_MAPPED
          translatePage of a RESERVED huge one ; map 2M 0x0 0x200000 WRITABLE / translate-page 2M 0x0    ; ok 0x200000 flags=-             ; refused NOT_MAPPED
          translate of a RESERVED entry        ; map 4K 0x0 0x5000 WRITABLE / translate 0x8              ; ok 4K 0x5000 offset=0x8 flags=- ; refused NOT_MAPPED
          translate of a RESERVED huge one     ; map 2M 0x0 0x200000 WRITABLE / translate 0x8            ; refused NOT_MAPPED              ; refused NOT_MAPPED
          map of frame 0 without flags         ; map 4K 0x0 0x0 -                                        ; ok flush=page                   ; refused INVALID_FLAGS
          updateFlags to none on frame 0       ; map 4K 0x0 0x0 PRESENT / update-flags 4K 0x0 -          ; ok flush=page                   ; refused INVALID_FLAGS
          map below a RESERVED entry           ; map 2M 0x0 0x0 WRITABLE / map 4K 0x0 0x0 PRESENT        ; panic entry should be mapped at this point ; refused PARENT_RESERVED
          4 KiB map with HUGE_PAGE             ; map 4K 0x0 0x0 PRESENT|HUGE_PAGE                        ; panic assertion failed: !flags.contains(PageTableFlags::HUGE_PAGE) ; refused INVALID_FLAGS
          4 KiB updateFlags with HUGE_PAGE     ; map 4K 0x0 0x0 PRESENT / update-flags 4K 0x0 PRESENT|HUGE_PAGE ; ok flush=page            ; refused INVALID_FLAGS
          translate below HUGE_PAGE at level 4 ; plant level=4 0x0 0x81 / translate 0x0                  ; panic level 4 entry has huge page bit set ; refused INVALID_FRAME_ADDRESS
          unmap of a huge leaf with PAT        ; plant level=2 0x0 0x201081 / unmap 2M 0x0               ; refused INVALID_FRAME_ADDRESS   ; ok 0x200000 flags=PRESENT|PAT flush=page
          translatePage of a leaf with PAT     ; plant level=2 0x0 0x201081 / translate-page 2M 0x0      ; refused INVALID_FRAME_ADDRESS   ; ok 0x200000 flags=PRESENT|PAT
          unmap of a 4 KiB leaf with PAT       ; plant level=1 0x0 0x5081 / unmap 4K 0x0                 ; refused PARENT_HUGE_PAGE        ; ok 0x5000 flags=PRESENT|PAT flush=page
          unmap of a table                     ; map 4K 0x0 0x5000 PRESENT / unmap 2M 0x0                ; refused PARENT_HUGE_PAGE        ; refused TABLE_ENTRY
          clean-up                             ; clean-up 0x0 0xffffffffffffffff                         ; unsupported                     ; ok flush=none
          """)
  void whereTheyPartEachGivesItsOwnAnswer(String what, String calls, String then, String now) {
    assertThat(OutcomeText.print(old(calls).answer())).as(what).isEqualTo(then);
    assertThat(OutcomeText.print(Run.of(NEW, 4, calls.replaceAll(" +/ +", "\n")).answer()))
        .as(what)
        .isEqualTo(now);
  }

  @Test
  void anUpdateOnATableMakesItAHugeLeafOfItsOwnFrame() {
    var machine = old("map 4K 0x0 0x5000 PRESENT / update-flags 2M 0x0 PRESENT").machine();

    assertThat(machine.wordAt(0, 2)).isEqualTo((Machine.START + 3 * 4096) | 0x81);
  }

  @Test
  void aMapOfNothingLeavesTheSlotEmptyForTheNextOne() {
    var calls = "map 4K 0x0 0x0 - / map 4K 0x0 0x5000 PRESENT";

    assertThat(OutcomeText.print(old(calls).answer())).isEqualTo("ok flush=page");
  }

  @Test
  void anUpdateToNothingUnmaps() {
    var calls = "map 4K 0x0 0x0 PRESENT / update-flags 4K 0x0 - / translate 0x0";

    assertThat(OutcomeText.print(old(calls).answer())).isEqualTo("refused NOT_MAPPED");
  }

  @Test
  void thePanicOverHugePageComesAfterThreeTablesWereLinked() {
    var machine = old("map 4K 0x0 0x0 PRESENT|HUGE_PAGE").machine();

    assertThat(machine.takenCount()).isEqualTo(3);
    for (var level = 4; level > 1; level--) {
      assertThat(machine.wordAt(0, level) & 0xfff).isEqualTo(0x3);
    }
    assertThat(machine.wordAt(0, 1)).isZero();
  }

  @Test
  void aPageUpdatedWithHugePageCanNeverBeUnmapped() {
    var calls = "map 4K 0x0 0x0 PRESENT / update-flags 4K 0x0 PRESENT|HUGE_PAGE / unmap 4K 0x0";

    assertThat(OutcomeText.print(old(calls).answer())).isEqualTo("refused PARENT_HUGE_PAGE");
  }

  @Test
  void patOfAHugeLeafIsCutOffWhereAnAddressIsTranslated() {
    assertThat(OutcomeText.print(old("plant level=2 0x0 0x201081 / translate 0x1008").answer()))
        .isEqualTo("ok 2M 0x200000 offset=0x1008 flags=-");
  }

  @Test
  void anUpdateKeepsPatAsPartOfTheAddress() {
    var machine = old("plant level=2 0x0 0x201081 / update-flags 2M 0x0 PRESENT").machine();

    assertThat(machine.wordAt(0, 2)).isEqualTo(0x201081);
  }

  @Test
  void aNewTableIsLinkedThenZeroed() {
    var run = old("map 1G 0x0 0x0 PRESENT");
    var table = Machine.START + 4096;

    assertThat(run.steps().getFirst().events())
        .containsExactly(
            new Event.Take(table),
            new Event.Store(Machine.START, table | 0x3),
            new Event.Zero(table),
            new Event.Store(table, 0x81));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRESENT", "PRESENT|USER", "PRESENT|WRITABLE|USER|NO_EXECUTE", "-"})
  void linksArePresentAndWritableWhateverTheLeafAsksFor(String flags) {
    var machine = old("map 4K 0x0 0x5000 " + flags + " / map 4K 0x1000 0x5000 " + flags).machine();

    for (var level = 4; level > 1; level--) {
      assertThat(machine.wordAt(0, level) & ~0x000f_ffff_ffff_f000L).isEqualTo(0x3);
    }
  }

  @Test
  void aRefusedMapBelowAHugePageChangesNothing() {
    var steps = old("map 2M 0x0 0x0 PRESENT / map 4K 0x0 0x0 PRESENT|WRITABLE|USER").steps();

    assertThat(OutcomeText.print(steps.get(1).outcome())).isEqualTo("refused PARENT_HUGE_PAGE");
    assertThat(steps.get(1).events()).isEmpty();
  }

  @Test
  void withoutAFrameTheTablesMadeSoFarStayLinked() {
    var run = old("budget 2 / map 4K 0x0 0x5000 PRESENT");

    assertThat(OutcomeText.print(run.answer())).isEqualTo("refused NO_FRAME");
    assertThat(run.machine().takenCount()).isEqualTo(2);
    assertThat(run.machine().wordAt(0, 3) & 0xfff).isEqualTo(0x3);
    assertThat(run.machine().wordAt(0, 2)).isZero();
  }

  @Test
  void aLinkToOutsideTheMemoryIsFollowed() {
    assertThat(old("plant level=4 0x0 0x5003 / translate 0x0").answer())
        .isInstanceOf(Outcome.Wild.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map 4K 0x1 0x0 PRESENT",
        "map 2M 0x0 0x1000 PRESENT",
        "map 4K 0x0 0x10000000000000 PRESENT",
        "map 4K 0x0 0x0 PRESENT|PAT",
        "update-flags 4K 0x0 PAT",
        "update-flags 2M 0x1000 PRESENT",
        "unmap 4K 0x800000000000",
        "translate-page 1G 0x200000",
        "translate 0x800000000000",
        "clear 4K 0x0",
        "set-table-flags 0x0 level=4 PRESENT",
        "map 4K 0x0 0x0 PRESENT table=PRESENT"
      })
  void whatTheTypesOf2019CouldNotExpressIsUnsupported(String call) {
    var run = old(call);

    assertThat(run.answer()).isEqualTo(Outcome.UNSUPPORTED);
    assertThat(run.steps().getFirst().events()).isEmpty();
  }

  @Test
  void itIsFoundByItsNameDeclaresItsContractAndKnowsFourLevels() {
    Mapped2019Test.class.getModule().addUses(MapperProvider.class);

    assertThat(ServiceLoader.load(MapperProvider.class))
        .anySatisfy(found -> assertThat(found.name()).isEqualTo("mapped-2019"));
    assertThat(OLD.describe()).contains("contract = x86_64-2019", "levels = 4");
    assertThatIllegalArgumentException().isThrownBy(() -> OLD.open(new Machine(5)));
  }
}
