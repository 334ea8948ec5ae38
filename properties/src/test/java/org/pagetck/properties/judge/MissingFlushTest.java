package org.pagetck.properties.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.properties.judge.Replays.fault;
import static org.pagetck.properties.judge.Replays.mapped;
import static org.pagetck.properties.judge.Replays.replay;
import static org.pagetck.properties.judge.Replays.said;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.memory.TableBytes;

/// What is said of a flush that is missing: who filled the caches, and whether a real MMU shows it.
final class MissingFlushTest {
  private static final String MAP = "map 4K 0x0 0x5000 PRESENT|WRITABLE|ACCESSED";
  private static final String UNMAP = "unmap 4K 0x0";

  private static final MmuPanel KEEPING = MmuPanel.of(KeepingMmu.source());

  private static String of(String id, MmuPanel panel, Requirement requirement, String... lines) {
    return said(replay(fault(id), panel, lines), requirement);
  }

  private static MmuPanel nobody() {
    return MmuPanel.of(
        new MmuSource() {
          @Override
          public Opened open(TableBytes bytes, PagingMode mode) {
            return new Opened(List.of(), List.of());
          }

          @Override
          public List<String> absences() {
            return List.of("unicorn: not there", "kvm: not there");
          }
        });
  }

  @Test
  void whereNobodyIsToBeAskedTheStaleEntryAndItsFirstStepAreTold() {
    assertThat(of("F36", MmuPanel.none(), Requirement.TLB_01, MAP, UNMAP))
        .isEqualTo(
            "of 0x0 a TLB may still hold the level 1 page 0x5000 (read write execute),"
                + " cached by any walk since step 1; memory has nothing");
  }

  @Test
  void anAccessOfTheTraceThatFilledTheCacheIsNamed() {
    assertThat(
            of(
                "F36",
                MmuPanel.none(),
                Requirement.TLB_01,
                MAP,
                "access 0x8 read supervisor",
                "map 4K 0x1000 0x6000 PRESENT",
                UNMAP))
        .contains("cached by the access of step 2; memory");
  }

  @Test
  void anAccessBeforeTheLastChangeOfThePageOrOneThatFaultsFilledNothing() {
    assertThat(
            of(
                "F58",
                MmuPanel.none(),
                Requirement.TLB_01,
                MAP,
                "access 0x8 read supervisor",
                "update-flags 4K 0x0 PRESENT",
                "access 0x8 write supervisor",
                "update-flags 4K 0x0 -"))
        .contains("cached by any walk since step 3; memory");
  }

  @Test
  void anMmuThatKeepsTheTranslationConfirmsTheMissingFlush() {
    assertThat(of("F36", KEEPING, Requirement.TLB_01, MAP, UNMAP))
        .endsWith(
            "; confirmed by keeping: cached before the call, a supervisor read of 0x0 still goes to"
                + " 0x5000, and afresh it faults with #PF(-)");
  }

  @Test
  void theAccessIsOneThatTheStaleRightDecides() {
    assertThat(
            of("F38", KEEPING, Requirement.TLB_04, MAP, "set-table-flags 0x1000 level=2 PRESENT"))
        .contains(
            "a supervisor write of 0x0 still goes to 0x5000, and afresh it faults with #PF(P|W/R)");
  }

  @Test
  void aReloadOfCr3ThatWasAskedForIsCarriedOutBeforeTheMmuIsAsked() {
    var lines = new String[] {"map 4K 0x0 0x5000 PRESENT|GLOBAL|ACCESSED", UNMAP};

    assertThat(of("F55", KEEPING, Requirement.TLB_05, lines))
        .endsWith(
            "; not shown by keeping: cached before the call and after a reload of CR3, a supervisor"
                + " read of 0x0 faults with #PF(-), as it does afresh");
  }

  @Test
  void aLinkThatMayStayCachedIsPutToNobody() {
    var everything = "clean-up 0x0 0xffffffffffffffff";

    assertThat(of("F29", KEEPING, Requirement.TLB_04, MAP, UNMAP, everything))
        .endsWith("; not consulted: no real MMU shows that it caches a link");
  }

  @Test
  void aMemoryTypeThatIsStaleIsPutToNobody() {
    var quiet = new AlteredMapper(mapped(), "", UnaryOperator.identity(), _ -> Flush.NONE);
    var replay = replay(quiet, KEEPING, MAP, "update-flags 4K 0x0 PRESENT|WRITABLE|NO_CACHE");

    assertThat(said(replay, Requirement.TLB_01))
        .endsWith("; not consulted: no real MMU shows a memory type or a page size");
  }

  @Test
  void theBytesAreAsTheyWereOnceTheMmuWasAsked() {
    var asked = replay(fault("F38"), KEEPING, MAP, "set-table-flags 0x1000 level=2 PRESENT");
    var alone =
        replay(fault("F38"), MmuPanel.none(), MAP, "set-table-flags 0x1000 level=2 PRESENT");

    assertThat(asked.evidence().after()).isEqualTo(alone.evidence().after());
  }

  @Test
  void whereNoMmuIsAtHandTheFindingSaysThatNoneWasConsulted() {
    assertThat(of("F36", nobody(), Requirement.TLB_01, MAP, UNMAP))
        .endsWith("; not consulted: no real MMU can be asked");
  }
}
