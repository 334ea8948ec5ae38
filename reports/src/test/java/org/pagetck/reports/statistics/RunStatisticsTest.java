package org.pagetck.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.record.StatisticsRecord.BoundRow;
import org.pagetck.properties.record.StatisticsRecord.RateRow;
import org.pagetck.reports.finding.SampleRuns;

class RunStatisticsTest {
  @Test
  void aCleanRunBoundsWhatMayStillFail() {
    var statistics = RunStatistics.of(SampleRuns.run(RunVerdict.CONFORMS, false));

    assertThat(statistics.failureBounds())
        .contains(new BoundRow("MAP-01", 123_456, 2.427e-5))
        .noneMatch(row -> row.id().equals("TLB-01"));
    assertThat(statistics.operationBounds())
        .containsExactly(
            new BoundRow("map", 1_000_000, 2.992e-6), new BoundRow("unmap", 234_567, 1.276e-5));
    assertThat(statistics.residualRisk())
        .startsWith("None of 1,234 traces")
        .contains("at most 0.242 % of traces", "fewer than one in 412", "never reached");
    assertThat(statistics.exerciseRates())
        .contains(new RateRow("MAP-01", 123_456, 1_234_567, "steps", 0.1, 0.09947, 0.1005));
  }

  @Test
  void aFindingHasTheRateAtWhichItIsSeen() {
    var statistics =
        RunStatistics.of(
            SampleRuns.run(
                RunVerdict.FINDINGS,
                false,
                SampleRuns.tableBecomesPage(),
                SampleRuns.missedShould()));

    assertThat(statistics.detectionRates())
        .containsExactly(
            new RateRow("9f2c1a7e", 40, 1_234, "traces", 0.03241, 0.02326, 0.04388),
            new RateRow("00c0ffee", 2, 1_234_567, "steps", 1.62e-6, 1.962e-7, 5.852e-6));
    assertThat(statistics.failureBounds()).noneMatch(row -> row.id().equals("UPD-02"));
    assertThat(statistics.operationBounds()).isEmpty();
    assertThat(statistics.residualRisk()).startsWith("40 of 1,234 traces showed a violation");
  }

  @Test
  void ofAMapperThatFailedNothingIsSaid() {
    assertThat(RunStatistics.of(SampleRuns.run(RunVerdict.ERRORED, false)).residualRisk())
        .isEqualTo("Nothing is known of the mapper.");
  }

  @Test
  void classesThatOccurredAreNotNamedAsUnreached() {
    var statistics = RunStatistics.of(SampleRuns.run(RunVerdict.CONFORMS, false));

    assertThat(statistics.unreached())
        .hasSize(statistics.owedClasses() - 2)
        .noneMatch(row ->
            row.operation().equals("map")
                && row.size().equals("4K")
                && row.decidedBy().equals("EMPTY")
                && row.level() == 1
                && row.outcome().equals("ok"));
  }
}
