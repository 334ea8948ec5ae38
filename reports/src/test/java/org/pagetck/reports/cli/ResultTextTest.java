package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.record.JsonText;
import org.pagetck.properties.record.RunRecord.CoverageRow;
import org.pagetck.properties.record.StatisticsRecord;
import org.pagetck.properties.record.StatisticsRecord.BoundRow;
import org.pagetck.properties.record.StatisticsRecord.FitRow;
import org.pagetck.properties.record.StatisticsRecord.RateRow;
import org.pagetck.properties.record.SummaryRecord;
import org.pagetck.reports.finding.SampleRuns;
import org.pagetck.reports.golden.Golden;

class ResultTextTest {
  private static final StatisticsRecord STATISTICS =
      new StatisticsRecord(
          0.95,
          List.of(new RateRow("MAP-01", 123_456, 1_234_567, "steps", 0.1, 0.09947, 0.1005)),
          List.of(new RateRow("9f2c1a7e", 40, 1_234, "traces", 0.03241, 0.02326, 0.04388)),
          List.of(new BoundRow("MAP-01", 123_456, 2.427e-5)),
          List.of(),
          List.of(new FitRow("profiles of traces", 1_234, 5.251, 8, 0.7304, true)),
          545,
          List.of(new CoverageRow("unmap", "4K", "EMPTY", 1, "NOT_MAPPED", 0, 0)),
          StatisticsRecord.ClassTestRow.NONE,
          StatisticsRecord.UndiscoveredRow.NONE,
          "40 of 1,234 traces showed a violation.");

  private static final String FOLDER = "reports/src/test/golden/";
  private static final Path OUT = Path.of("pagetck-out", "acme");

  private static String render(RunResult result, Paint paint) {
    return ResultText.render(result, OUT, "", new ResultText.Style(paint, 100));
  }

  @Test
  void aMapperThatConformsGetsAVerdictPerRequirement() {
    var result = SampleRuns.run(RunVerdict.CONFORMS, false, SampleRuns.missedShould());

    Golden.assertUpToDate(FOLDER + "conforms.txt", render(result, Paint.PLAIN));
  }

  @Test
  void findingsHaveFiveLinesEach() {
    var result =
        SampleRuns.run(
            RunVerdict.FINDINGS,
            false,
            SampleRuns.missedShould(),
            SampleRuns.tableWithOldBytes(),
            SampleRuns.tableBecomesPage());

    Golden.assertUpToDate(FOLDER + "findings.txt", render(result, Paint.PLAIN));
  }

  @Test
  void theSummaryHoldsTheSame() {
    var result =
        SampleRuns.run(
            RunVerdict.FINDINGS, false, SampleRuns.missedShould(), SampleRuns.tableBecomesPage());

    var summary = SummaryRecord.of(result, STATISTICS, "0.1.0");

    var text = JsonText.pretty(SummaryRecord.class, summary);
    Golden.assertUpToDate(FOLDER + "summary.json", text);
    assertThat(JsonText.read(SummaryRecord.class, text)).hasValue(summary);
  }

  @Test
  void aRunThatWasTooShortNamesWhatItLacks() {
    var text = render(SampleRuns.run(RunVerdict.INCONCLUSIVE, true), Paint.PLAIN);

    assertThat(text)
        .contains("MAP-05  NOT EXERCISED           12  exercised 12 times, 100 are enough");
    assertThat(lastLine(text))
        .startsWith("INCONCLUSIVE: 1 requirement not exercised enough: MAP-05,");
  }

  @Test
  void aRunWhoseAdapterFailedShowsTheErrors() {
    var text = render(SampleRuns.run(RunVerdict.ERRORED, false), Paint.PLAIN);

    assertThat(text).contains("Errors\n  a call logged more events than a call may\n");
    assertThat(lastLine(text)).startsWith("ERRORED: 1 error, nothing is known,");
  }

  @Test
  void moreFindingsThanAnyoneReadsAreListedInOneLineEach() {
    var findings =
        IntStream.range(0, 25)
            .mapToObj(i -> named(SampleRuns.tableBecomesPage(), "%08x".formatted(i)))
            .toArray(Finding[]::new);

    var text = render(SampleRuns.run(RunVerdict.FINDINGS, false, findings), Paint.PLAIN);

    assertThat(text.lines().filter(line -> line.startsWith("  replay: "))).hasSize(20);
    assertThat(Arrays.stream(findings)).allMatch(it -> text.contains(it.fingerprint()));
    assertThat(lastLine(text)).startsWith("FINDINGS: 25 findings,");
  }

  private static Finding named(Finding finding, String fingerprint) {
    return new Finding(
        fingerprint,
        finding.verdict(),
        finding.requirement(),
        finding.also(),
        finding.title(),
        finding.trace(),
        finding.minimality(),
        finding.firstStep(),
        finding.times(),
        finding.evidence());
  }

  @Test
  void coloursAddNothingButColours() {
    var result = SampleRuns.run(RunVerdict.FINDINGS, false, SampleRuns.tableBecomesPage());

    var coloured = render(result, Paint.COLOURS);

    assertThat(coloured).contains("\u001b[31mVIOLATED\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(render(result, Paint.PLAIN));
  }

  private static String lastLine(String text) {
    return text.lines().toList().getLast();
  }
}
