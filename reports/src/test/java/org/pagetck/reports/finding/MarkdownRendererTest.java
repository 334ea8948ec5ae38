package org.pagetck.reports.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.FindingRenderer;

class MarkdownRendererTest {
  @Test
  void runsThatOthersStartFindTheFullReport() {
    var finding = SampleRuns.tableBecomesPage();
    var run = SampleRuns.run(RunVerdict.FINDINGS, false, finding);
    var evidence = EvidenceRecord.of(run, finding, "0.1.0", "");

    assertThat(FindingRenderer.find()).isInstanceOf(MarkdownRenderer.class);
    assertThat(FindingRenderer.find().render(evidence)).isEqualTo(FindingReport.render(evidence));
  }
}
