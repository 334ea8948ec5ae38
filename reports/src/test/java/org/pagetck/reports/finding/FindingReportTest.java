package org.pagetck.reports.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.JsonText;
import org.pagetck.reports.golden.Golden;

class FindingReportTest {
  private static final String FOLDER = "reports/src/test/golden/";

  private static EvidenceRecord evidence(Finding finding) {
    var run = SampleRuns.run(RunVerdict.FINDINGS, false, finding);
    return EvidenceRecord.of(run, finding, "0.1.0", "--contract acme.txt");
  }

  @Test
  void aWrongAnswerIsToldWithWhatItDidToTheTables() {
    var report = FindingReport.render(evidence(SampleRuns.tableBecomesPage()));

    Golden.assertUpToDate(FOLDER + "wrong-answer.md", report);
  }

  @Test
  void aRightAnswerWithWrongBytesSaysWhatIsWrongWithThem() {
    var report = FindingReport.render(evidence(SampleRuns.tableWithOldBytes()));

    Golden.assertUpToDate(FOLDER + "wrong-bytes.md", report);
  }

  @Test
  void aMissedShouldOfAMapperWithoutVisibleTablesSaysSo() {
    var report = FindingReport.render(evidence(SampleRuns.missedShould()));

    Golden.assertUpToDate(FOLDER + "missed-should.md", report);
  }

  @Test
  void aReportIsTheSameWhenTheEvidenceWasReadFromItsFile() {
    var evidence = evidence(SampleRuns.tableBecomesPage());

    var text = JsonText.pretty(EvidenceRecord.class, evidence);
    var read = JsonText.read(EvidenceRecord.class, text).orElseThrow();

    assertThat(read).isEqualTo(evidence);
    assertThat(FindingReport.render(read)).isEqualTo(FindingReport.render(evidence));
  }

  @Test
  void evidenceForARequirementOfALaterSuiteIsStillTold() {
    var evidence = evidence(SampleRuns.missedShould());
    var text = JsonText.pretty(EvidenceRecord.class, evidence).replace("\"MAP-03\"", "\"NEW-01\"");

    var report = FindingReport.render(JsonText.read(EvidenceRecord.class, text).orElseThrow());

    assertThat(report)
        .contains("misses **NEW-01** (of another version of the suite)")
        .contains("This version of the suite does not know it.");
  }
}
