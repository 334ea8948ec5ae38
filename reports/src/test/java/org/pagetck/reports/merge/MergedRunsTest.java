package org.pagetck.reports.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.verdict.Discovery;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.record.ComparisonRecord;
import org.pagetck.properties.record.ComparisonRecord.DetectionRow;
import org.pagetck.properties.record.RunDirectory;
import org.pagetck.properties.record.RunFiles;
import org.pagetck.properties.record.RunRecord;
import org.pagetck.properties.record.SummaryRecord.FindingRow;
import org.pagetck.properties.record.SummaryRecord.RequirementRow;
import org.pagetck.properties.shrink.Fingerprint;
import org.pagetck.reports.cli.RunRenderer;
import org.pagetck.reports.finding.SampleRuns;

class MergedRunsTest {
  @TempDir private Path folder = Path.of("");

  private RunFolder run(long seed, Finding... findings) throws IOException {
    var verdict = findings.length == 0 ? RunVerdict.CONFORMS : RunVerdict.FINDINGS;
    return left(withSeed(SampleRuns.run(verdict, false, findings), seed));
  }

  private RunFolder left(RunResult result) throws IOException {
    var directory = new RunDirectory(folder.resolve(Long.toHexString(result.seed())));
    directory.write(result, "0.1.0", "", new RunRenderer());
    return RunFolder.read(directory.path());
  }

  private static RunResult withSeed(RunResult result, long seed) {
    return new RunResult(
        result.subject(),
        result.declaration(),
        seed,
        result.jobs(),
        result.traces(),
        result.steps(),
        result.seconds(),
        result.unsupported(),
        result.errors(),
        result.requirements(),
        result.findings(),
        result.coverage(),
        result.discovery(),
        result.verdict());
  }

  @Test
  void countsOfDifferentRunsAddUp() throws IOException {
    var merged = MergedRuns.of(List.of(run(1), run(2), run(3))).records();

    assertThat(merged.summary().traces()).isEqualTo(3 * 1_234);
    assertThat(merged.summary().steps()).isEqualTo(3 * 1_234_567);
    assertThat(merged.summary().seed()).isEqualTo("0x1 0x2 0x3");
    assertThat(merged.run().exercised()).containsEntry("MAP-01", 3L * 123_456);
    assertThat(merged.run().coverage())
        .extracting(RunRecord.CoverageRow::count)
        .containsExactly(3_000_000L, 3L * 234_567);
    assertThat(merged.summary().statistics().residualRisk()).startsWith("None of 3,702 traces");
  }

  @Test
  void aRunThatIsGivenTwiceCountsOnce() throws IOException {
    var one = run(1, SampleRuns.tableBecomesPage());

    assertThat(MergedRuns.of(List.of(one, one)).records())
        .isEqualTo(MergedRuns.of(List.of(one)).records());
  }

  @Test
  void mergesMergeAndTheOrderChangesNothing() throws IOException {
    var one = run(1, SampleRuns.tableBecomesPage());
    var other = run(2, SampleRuns.tableBecomesPage());
    var merged = merged(one, other);

    assertThat(MergedRuns.of(List.of(merged, other)).records().summary())
        .isEqualTo(MergedRuns.of(List.of(one, other)).records().summary());
    var back = MergedRuns.of(List.of(other, one)).records().summary();
    assertThat(back.traces()).isEqualTo(merged.summary().traces());
    assertThat(back.requirements()).isEqualTo(merged.summary().requirements());
    assertThat(back.findings()).isEqualTo(merged.summary().findings());
  }

  private RunFolder merged(RunFolder one, RunFolder other) throws IOException {
    var merge = MergedRuns.of(List.of(one, other));
    var directory = new RunDirectory(folder.resolve("merged"));
    var source = one.path().resolve("findings").resolve("9f2c1a7e");
    directory.writeMerged(
        merge.records(), merge.runs(), Map.of("9f2c1a7e", source), new RunRenderer());
    assertThat(directory.path().resolve("findings/9f2c1a7e/trace.txt"))
        .hasSameTextualContentAs(source.resolve("trace.txt"));
    assertThat(Files.readAllLines(directory.path().resolve("runs.jsonl"))).hasSize(2);
    assertThat(directory.path().resolve("index.html")).isNotEmptyFile();
    return RunFolder.read(directory.path());
  }

  @Test
  void aFindingOfTwoRunsIsOneSeenAsOftenAsInBoth() throws IOException {
    var merged =
        MergedRuns.of(
                List.of(
                    run(1, SampleRuns.tableBecomesPage()),
                    run(2),
                    run(3, SampleRuns.tableBecomesPage(), SampleRuns.missedShould())))
            .records();

    assertThat(merged.summary().verdict()).isEqualTo("FINDINGS");
    assertThat(merged.summary().findings())
        .extracting(FindingRow::fingerprint, FindingRow::times)
        .containsExactly(tuple("9f2c1a7e", 80L), tuple("00c0ffee", 2L));
    assertThat(merged.evidence())
        .extracting(evidence -> evidence.finding().times())
        .containsExactly(80L, 2L);
    assertThat(verdictOn(merged.summary().requirements(), "UPD-02")).isEqualTo("VIOLATED");
    assertThat(verdictOn(merged.summary().requirements(), "MAP-01")).isEqualTo("HELD");
    assertThat(verdictOn(merged.summary().requirements(), "PRM-01")).isEqualTo("NOT_APPLICABLE");
  }

  private static String verdictOn(List<RequirementRow> rows, String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow().verdict();
  }

  @Test
  void whatEachRunExercisedTooSeldomIsEnoughWhereTogetherTheyExercisedItEnough()
      throws IOException {
    var few = left(withSeed(SampleRuns.run(RunVerdict.INCONCLUSIVE, true), 1));
    var others = left(withSeed(SampleRuns.run(RunVerdict.INCONCLUSIVE, true), 2));

    assertThat(MergedRuns.of(List.of(few, others)).records().summary().verdict())
        .isEqualTo("INCONCLUSIVE");
    assertThat(MergedRuns.of(List.of(few, run(3))).records().summary().verdict())
        .isEqualTo("CONFORMS");
  }

  @Test
  void runsUnderDifferentDeclarationsAreNotMerged() throws IOException {
    var one = run(1);
    var sample = withSeed(SampleRuns.run(RunVerdict.CONFORMS, false), 2);
    var other =
        left(
            new RunResult(
                sample.subject(),
                Declaration.EMPTY,
                sample.seed(),
                1,
                1,
                1,
                1,
                0,
                List.of(),
                sample.requirements(),
                List.of(),
                List.of(),
                Discovery.NONE,
                RunVerdict.CONFORMS));

    assertThatThrownBy(() -> MergedRuns.of(List.of(one, other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different subjects or declarations");
  }

  @Test
  void findingsThatAnotherVersionNamedAreNotTakenForOthers() throws IOException {
    var path = run(1, SampleRuns.tableBecomesPage()).path();
    var summary = path.resolve(RunFiles.SUMMARY);
    var own = "\"fingerprintVersion\": " + Fingerprint.VERSION + ",";
    var text = Files.readString(summary);
    assertThat(text).contains(own);
    // The first version did not say which it was.
    Files.writeString(summary, text.replace(own, ""));
    var old = RunFolder.read(path);

    assertThat(old.summary().fingerprintVersion()).isEqualTo(1);
    assertThatThrownBy(() -> MergedRuns.of(List.of(old)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "%s names findings by fingerprints of version 1, this version of pagetck by those of version %d: run the check anew",
            path, Fingerprint.VERSION);
  }

  @Test
  void aDirectoryWithoutARunIsSaidToHoldNone() {
    assertThatThrownBy(() -> RunFolder.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no run left");
  }

  private static ComparisonRecord compared(RunFolder one, RunFolder other) {
    return RunComparison.of(MergedRuns.of(List.of(one)), MergedRuns.of(List.of(other)));
  }

  @Test
  void aRunDoesNotDifferFromItself() throws IOException {
    var one = run(1, SampleRuns.tableBecomesPage(), SampleRuns.missedShould());
    var comparison = compared(one, one);

    assertThat(comparison.findings()).hasSize(2).noneMatch(DetectionRow::differs);
    assertThat(comparison.onlyOne()).isEmpty();
    assertThat(comparison.sentence()).startsWith("No finding was seen more often");
  }

  @Test
  void aFindingThatOnlyOneSawOftenDiffersAndOneSeenTwiceInAMillionStepsDoesNot()
      throws IOException {
    var comparison =
        compared(run(1, SampleRuns.tableBecomesPage(), SampleRuns.missedShould()), run(2));

    assertThat(comparison.findings())
        .extracting(
            DetectionRow::fingerprint,
            DetectionRow::one,
            DetectionRow::other,
            DetectionRow::differs)
        .containsExactly(tuple("9f2c1a7e", 40L, 0L, true), tuple("00c0ffee", 2L, 0L, false));
    assertThat(comparison.sentence()).startsWith("1 of 2 findings were seen more often or sooner");
  }
}
