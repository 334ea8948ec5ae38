package org.pagetck.properties.original;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.FrameContents;
import org.pagetck.model.trace.FrameOrder;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.Replay;
import org.pagetck.properties.engine.Replayer;
import org.pagetck.properties.subject.JavaSubject;

/// What the contract `x86_64-2019` makes of the answers of 2019, where the contract of today
/// differs: the same answer, a reason that this vocabulary merges with the owed one, or a finding.
final class OldAnswersTest {
  /// Frames come zeroed: that new tables are linked before they are zeroed does not show, and each
  /// row shows its own difference. They come 2 MiB-aligned, so that a table can pass for a page.
  private static final Setup ZEROED =
      Setup.DEFAULT.withFrames(FrameOrder.ALIGNED_2M, 0, FrameContents.ZEROED);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          updateFlags of 2 MiB on a table ; map 4K 0x0 0x5000 PRESENT / update-flags 2M 0x0 PRESENT ; ok flush=page ; refused TABLE_ENTRY ; finding UPD-02
          updateFlags of 1 GiB on a table ; map 4K 0x0 0x5000 PRESENT / update-flags 1G 0x0 PRESENT ; ok flush=page ; refused TABLE_ENTRY ; finding UPD-02
          translatePage of 2 MiB on a table ; map 4K 0x0 0x5000 PRESENT / translate-page 2M 0x0 ; ok 0x100600000 flags=- ; refused TABLE_ENTRY ; finding TRN-01
          translatePage of 1 GiB on a table ; map 4K 0x0 0x5000 PRESENT / translate-page 1G 0x0 ; refused INVALID_FRAME_ADDRESS ; refused TABLE_ENTRY ; finding MAP-03
          translatePage of a RESERVED entry ; map 4K 0x0 0x5000 WRITABLE / translate-page 4K 0x0 ; ok 0x5000 flags=- ; refused NOT_MAPPED ; finding TRN-01
          translatePage of a RESERVED huge one ; map 2M 0x0 0x200000 WRITABLE / translate-page 2M 0x0 ; ok 0x200000 flags=- ; refused NOT_MAPPED ; finding TRN-01
          translate of a RESERVED entry ; map 4K 0x0 0x5000 WRITABLE / translate 0x8 ; ok 4K 0x5000 offset=0x8 flags=- ; refused NOT_MAPPED ; finding TRN-01
          translate of a RESERVED huge one ; map 2M 0x0 0x200000 WRITABLE / translate 0x8 ; refused NOT_MAPPED ; refused NOT_MAPPED ; same
          map of frame 0 without flags ; map 4K 0x0 0x0 - ; ok flush=page ; refused INVALID_FLAGS ; finding ROB-05
          updateFlags to none on frame 0 ; map 4K 0x0 0x0 PRESENT / update-flags 4K 0x0 - ; ok flush=page ; refused INVALID_FLAGS ; finding ROB-05
          map below a RESERVED entry ; map 2M 0x0 0x0 WRITABLE / map 4K 0x0 0x0 PRESENT ; panic entry should be mapped at this point ; refused PARENT_RESERVED ; finding ROB-06
          4 KiB map with HUGE_PAGE ; map 4K 0x0 0x0 PRESENT|HUGE_PAGE ; panic assertion failed: !flags.contains(PageTableFlags::HUGE_PAGE) ; refused INVALID_FLAGS ; finding ROB-06
          4 KiB updateFlags with HUGE_PAGE ; map 4K 0x0 0x0 PRESENT / update-flags 4K 0x0 PRESENT|HUGE_PAGE ; ok flush=page ; refused INVALID_FLAGS ; finding ROB-05
          HUGE_PAGE at level 4 ; plant level=4 0x0 0x81 / translate 0x0 ; panic level 4 entry has huge page bit set ; refused INVALID_FRAME_ADDRESS ; finding ROB-06
          unmap of a huge leaf with PAT ; map 4K 0x200000 0x5000 PRESENT / plant level=2 0x0 0x201081 / unmap 2M 0x0 ; refused INVALID_FRAME_ADDRESS ; ok 0x200000 flags=PRESENT|PAT ; finding UNM-01
          translatePage of a huge leaf with PAT ; map 4K 0x200000 0x5000 PRESENT / plant level=2 0x0 0x201081 / translate-page 2M 0x0 ; refused INVALID_FRAME_ADDRESS ; ok 0x200000 flags=PRESENT|PAT ; finding TRN-01
          updateFlags of a huge leaf with PAT ; map 4K 0x200000 0x5000 PRESENT / plant level=2 0x0 0x201081 / update-flags 2M 0x0 PRESENT ; ok flush=page ; ok flush=none ; finding UPD-01
          translate of a huge leaf with PAT ; map 4K 0x200000 0x5000 PRESENT / plant level=2 0x0 0x201081 / translate 0x8 ; ok 2M 0x200000 offset=0x8 flags=- ; ok 2M 0x200000 offset=0x8 flags=PRESENT|PAT ; same
          unmap of a 4 KiB leaf with PAT ; map 4K 0x0 0x5000 PRESENT / plant level=1 0x1000 0x5081 / unmap 4K 0x1000 ; refused PARENT_HUGE_PAGE ; ok 0x5000 flags=PRESENT|PAT ; finding UNM-01
          unmap of a table ; map 4K 0x0 0x5000 PRESENT / unmap 2M 0x0 ; refused PARENT_HUGE_PAGE ; refused TABLE_ENTRY ; merged
          tables that became empty ; map 4K 0x0 0x5000 PRESENT / unmap 4K 0x0 ; ok 0x5000 flags=- flush=page ; ok 0x5000 flags=PRESENT ; same
          map of a user page ; map 4K 0x0 0x5000 PRESENT|USER ; ok flush=page ; ok flush=none ; finding PRM-01
          updateFlags to a user page ; map 4K 0x0 0x5000 PRESENT / update-flags 4K 0x0 PRESENT|USER ; ok flush=page ; ok flush=none ; finding PRM-03
          map inside a read-only huge page ; map 2M 0x0 0x0 PRESENT / map 4K 0x0 0x0 PRESENT|WRITABLE|USER ; refused PARENT_HUGE_PAGE ; refused PARENT_HUGE_PAGE ; same
          """)
  void theContractOf2019SaysSo(String what, String calls, String then, String owed, String made) {
    var replay = replay(calls);
    var last = replay.evidence().steps().getLast();

    assertThat(last.given()).as(what).isEqualTo(then);
    assertThat(last.owed()).as(what).isEqualTo(owed);
    assertThat(verdict(replay)).as(what).isEqualTo(made);
  }

  @Test
  void aTableIsLinkedBeforeItIsZeroed() {
    var replay = replay("map 4K 0x0 0x0 PRESENT", Setup.DEFAULT);

    assertThat(replay.requirement()).contains(Requirement.STR_10);
    assertThat(replay.also()).contains(Requirement.ORD_02, Requirement.ORD_03, Requirement.CON_02);
  }

  private static Replay replay(String calls) {
    return replay(calls, ZEROED);
  }

  private static Replay replay(String calls, Setup setup) {
    var text = "pagetck-trace 1\n" + calls.replaceAll(" +/ +", "\n") + "\n";
    var trace = TraceText.parse(text).orThrow().withSetup(setup);
    var provider = Mapped2019.provider();
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var subject = new JavaSubject("mapped-2019", provider);
    try (var replayer = new Replayer(subject, new Contracts(declaration, Optional.empty()))) {
      return replayer.replay(trace);
    }
  }

  /// What the contract does not let a mapper tell is not compared: flags of answers, flushes of new
  /// mappings.
  private static String verdict(Replay replay) {
    if (replay.requirement().isPresent()) {
      return "finding " + replay.requirement().orElseThrow().id();
    }
    var last = replay.evidence().steps().getLast();
    return last.owed().startsWith("refused") && !last.given().equals(last.owed())
        ? "merged"
        : "same";
  }
}
