package org.pagetck.reports.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.record.EvidenceRecord;

class DrawnWalkTest {
  private static String report(Finding finding) {
    var run = SampleRuns.run(RunVerdict.FINDINGS, false, finding);
    return FindingReport.render(EvidenceRecord.of(run, finding, "0.1.0", ""));
  }

  @Test
  void aFindingOnRightsDrawsTheWalkLevelByLevel() {
    assertThat(report(SampleRuns.userPageOutOfReach()))
        .contains("a user read of 0x1000 faults: level 4 link lacks USER; kvm agrees")
        .contains(
            """
            What the processor reads on its way to `0x1000`, after the call:

            | level | entry | at | holds | lets through so far |
            | --- | --- | --- | --- | --- |
            | 4 | 0 | `0x100000000` | `LINK 0x100001000 PRESENT\\|WRITABLE` | writes, no users, fetches |
            | 3 | 0 | `0x100001000` | `LINK 0x100002000 PRESENT\\|WRITABLE` | writes, no users, fetches |
            | 2 | 0 | `0x100002000` | `LINK 0x100003000 PRESENT\\|WRITABLE\\|USER` | writes, no users, fetches |
            | 1 | 1 | `0x100003008` | `LEAF 0x5000 PRESENT\\|USER` | no writes, no users, fetches |
            """);
  }

  @Test
  void otherFindingsDrawNone() {
    assertThat(report(SampleRuns.tableBecomesPage())).doesNotContain("on its way to");
    assertThat(report(SampleRuns.missedShould())).doesNotContain("on its way to");
  }
}
