package org.pagetck.reports.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.properties.record.EvidenceRecord.MachineRow;

class EntryTextTest {
  private static final MachineRow MACHINE = new MachineRow(52, true, "0x100000000", 0x400_0000);

  @ParameterizedTest(name = "0x{1} at level {0} is {2}")
  @CsvSource({
    "4, 0, EMPTY",
    "4, 100001003, LINK 0x100001000 PRESENT|WRITABLE",
    "3, 40000083, LEAF 0x40000000 PRESENT|WRITABLE|HUGE_PAGE",
    "2, 201081, LEAF 0x200000 PRESENT|HUGE_PAGE|PAT",
    "1, 1081, LEAF 0x1000 PRESENT|PAT",
    "1, 2002, RESERVED 0x2000 WRITABLE",
    "4, 81, MALFORMED 0x0 PRESENT|HUGE_PAGE",
    "2, 5001, MALFORMED 0x4000 PRESENT|PAT",
  })
  void wordsAreToldByTheirMeaning(int level, String word, String owed) {
    assertThat(new EntryText(MACHINE).of(level, Long.parseUnsignedLong(word, 16))).isEqualTo(owed);
  }

  @Test
  void aStoreIsToldByItsPlaceInTheTables() {
    var run = SampleRuns.tableBecomesPage().evidence();
    var events = new EventText(new EntryText(MACHINE), run.after());

    assertThat(events.of("store 0x100002008 0x0")).endsWith("level 2, entry 1: EMPTY");
  }

  @Test
  void otherEventsAndStoresElsewhereStayAsTheyAre() {
    var nothing = new TableImage(0x1_0000_0000L, 4, List.of());
    var events = new EventText(new EntryText(MACHINE), nothing);

    assertThat(events.of("take 0x100001000")).isEqualTo("take 0x100001000");
    assertThat(events.of("store 0x100002008 0x0")).isEqualTo("store 0x100002008 0x0");
  }
}
