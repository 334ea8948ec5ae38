package org.pagetck.reports.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.model.verdict.TableImage.Entry;
import org.pagetck.model.verdict.TableImage.TableFrame;
import org.pagetck.properties.record.EvidenceRecord.MachineRow;

class HardwareViewTest {
  private static final long ROOT = 0x1_0000_0000L;
  private static final MachineRow MACHINE = new MachineRow(40, true, "0x100000000", 0x400_0000);

  private static HardwareView of(long top, long below) {
    var root = new TableFrame(ROOT, 4, 0, List.of(new Entry(0, top)));
    var table = new TableFrame(ROOT + 0x1000, 3, 0, List.of(new Entry(0, below)));
    return new HardwareView(new TableImage(ROOT, 4, List.of(root, table)), MACHINE);
  }

  @Test
  void aPageIsToldWithTheRightsOfTheWholePath() {
    assertThat(of(ROOT + 0x1003, 0x8000_0000_4000_0087L).at(0x1234))
        .hasValue(
            "a 1G page at physical `0x40001234`, writable, for the supervisor only, not executable");
  }

  @Test
  void anAbsentEntryIsToldByItsLevel() {
    assertThat(of(ROOT + 0x1003, 0).at(0)).hasValue("nothing: the entry at level 3 is not PRESENT");
  }

  @Test
  void aReservedBitIsAFault() {
    assertThat(of(1L << 45 | 1, 0).at(0))
        .hasValue("a fault: the entry at level 4 has a reserved bit set");
  }

  @Test
  void anAddressThatIsNotCanonicalIsNotLookedUp() {
    assertThat(of(0, 0).at(1L << 47)).hasValue("nothing: the address is not canonical");
  }

  @Test
  void nothingIsSaidWhereTheImageEndsBeforeTheWalkDoes() {
    assertThat(of(ROOT + 0x7001, 0).at(0)).isEmpty();
  }

  @Test
  void linesNameTheAddressThatTheyAreAbout() {
    assertThat(HardwareView.addressOf("unmap 4K 0x7000")).hasValue(0x7000L);
    assertThat(HardwareView.addressOf("translate 0x7123")).hasValue(0x7123L);
    assertThat(HardwareView.addressOf("set-table-flags 0x7000 level=2 PRESENT")).hasValue(0x7000L);
    assertThat(HardwareView.addressOf("clean-up 0x0 0xfff")).isEmpty();
    assertThat(HardwareView.addressOf("budget 2")).isEmpty();
    assertThat(HardwareView.addressOf("nonsense")).isEmpty();
  }
}
