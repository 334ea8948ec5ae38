package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.FindingRenderer;
import org.pagetck.reports.finding.FindingReport;
import org.pagetck.reports.finding.SampleRuns;

class RunRendererTest {
  @Test
  void runsThatOthersStartFindTheFullReport() {
    var finding = SampleRuns.tableBecomesPage();
    var run = SampleRuns.run(RunVerdict.FINDINGS, false, finding);
    var evidence = EvidenceRecord.of(run, finding, "0.1.0", "");

    assertThat(FindingRenderer.find()).isInstanceOf(RunRenderer.class);
    assertThat(FindingRenderer.find().render(evidence)).isEqualTo(FindingReport.render(evidence));
  }
}
