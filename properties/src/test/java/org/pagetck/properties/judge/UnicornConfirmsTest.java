package org.pagetck.properties.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.properties.judge.Replays.fault;
import static org.pagetck.properties.judge.Replays.replay;
import static org.pagetck.properties.judge.Replays.said;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.mmu.AtHand;
import org.pagetck.properties.session.MmusAtHand;

/// Missing flushes on the real Unicorn: what it keeps, it shows.
final class UnicornConfirmsTest {
  @BeforeAll
  static void unicornIsAtHand() {
    assertThat(AtHand.unicorn().absence()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "F36 | map 4K 0x0 0x5000 PRESENT,ACCESSED / unmap 4K 0x0",
        "F36 | map 1G 0x40000000 0x0 PRESENT,ACCESSED / unmap 1G 0x40000000",
        "F36 | levels 5 / map 2M 0xff80000000000000 0x200000 PRESENT,ACCESSED / unmap 2M 0xff80000000000000",
        "F37 | map 4K 0x2000 0x5000 PRESENT,ACCESSED / unmap 4K 0x2000",
        "F38 | map 4K 0x0 0x5000 PRESENT,WRITABLE / set-table-flags 0x1000 level=2 PRESENT",
        "F38 | map 4K 0x0 0x5000 PRESENT,USER / set-table-flags 0x1000 level=3 PRESENT",
        "F39 | map 4K 0x0 0x5000 PRESENT,ACCESSED / unmap 4K 0x0",
        "F40 | map 2M 0x0 0x200000 PRESENT,ACCESSED / unmap 2M 0x0",
        "F58 | map 4K 0x0 0x5000 PRESENT / update-flags 4K 0x0 -",
        "F59 | map 4K 0xffff800000000000 0x5000 PRESENT,ACCESSED / unmap 4K 0xffff800000000000",
      })
  void aMissingFlushIsConfirmed(String id, String lines) {
    var trace = lines.replace(',', '|').split(" / ");

    assertThat(said(replay(fault(id), MmuPanel.of(new MmusAtHand()), trace), Requirement.TLB_01))
        .contains("; confirmed by unicorn: cached before the call, a ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = "F55 | map 4K 0x0 0x5000 PRESENT,GLOBAL,ACCESSED / unmap 4K 0x0")
  void whatAReloadOfCr3SparesUnicornForgetsSoThatItIsNotShown(String id, String lines) {
    var trace = lines.replace(',', '|').split(" / ");

    assertThat(said(replay(fault(id), MmuPanel.of(new MmusAtHand()), trace), Requirement.TLB_05))
        .contains("; not shown by unicorn: cached before the call and after a reload of CR3");
  }
}
