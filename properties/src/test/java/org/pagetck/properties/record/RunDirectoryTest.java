package org.pagetck.properties.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.Discovery;
import org.pagetck.model.verdict.Evidence;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Minimality;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.model.verdict.Verdict;

class RunDirectoryTest {
  private static final Trace TRACE = TraceText.parse("pagetck-trace 1\nunmap 4K 0x0\n").orThrow();
  private static final RunKey KEY = RunKey.of("mapped", 1, Declaration.EMPTY);

  @TempDir private Path folder = Path.of("");
  private RunDirectory directory = new RunDirectory(folder);

  @BeforeEach
  void inAFreshFolder() {
    directory = new RunDirectory(folder.resolve("out"));
  }

  private static final class Stub implements FindingRenderer {
    @Override
    public String render(EvidenceRecord evidence) {
      return "report on " + evidence.subject();
    }

    @Override
    public void writeWhole(RunRecords records, Path folder) throws IOException {
      Files.createDirectory(folder.resolve("allure-results"));
      Files.writeString(
          folder.resolve("allure-results").resolve(records.summary().seed()), "result");
      Files.writeString(folder.resolve("index.html"), "page");
    }
  }

  private static RunResult result(long seed, String... fingerprints) {
    return new RunResult(
        "mapped",
        Declaration.EMPTY,
        seed,
        1,
        10,
        100,
        1.5,
        0,
        List.of(),
        List.of(),
        List.of(fingerprints).stream().map(RunDirectoryTest::finding).toList(),
        List.of(),
        Discovery.NONE,
        RunVerdict.FINDINGS);
  }

  private static Finding finding(String fingerprint) {
    var nothing = new TableImage(0x1000, 4, List.of());
    return new Finding(
        fingerprint,
        Verdict.VIOLATED,
        Requirement.UNM_02,
        List.of(),
        "unmap answers ok where NOT_MAPPED is owed",
        TRACE,
        Minimality.unproven(true),
        1,
        1,
        new Evidence(List.of(), List.of(), List.of(), nothing, nothing, ""));
  }

  private void write(RunResult result) throws IOException {
    directory.write(result, "0.1.0", "", new Stub());
  }

  private String read(String file) throws IOException {
    return Files.readString(directory.path().resolve(file));
  }

  private List<String> names(String under) throws IOException {
    try (var entries = Files.list(directory.path().resolve(under))) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }

  @Test
  void aRunLeavesItsSummaryItsCountsAndAFolderPerFinding() throws IOException {
    directory.claim(KEY, false);
    write(result(1, "0a", "0b"));

    var summary = JsonText.read(SummaryRecord.class, read("summary.json")).orElseThrow();
    assertThat(summary.findings())
        .extracting(SummaryRecord.FindingRow::trace)
        .containsExactly("findings/0a/trace.txt", "findings/0b/trace.txt");
    assertThat(TraceText.parse(read("findings/0a/trace.txt")).orThrow()).isEqualTo(TRACE);
    assertThat(read("findings/0b/report.md")).isEqualTo("report on mapped");
    assertThat(JsonText.read(EvidenceRecord.class, read("findings/0b/evidence.json"))).isPresent();
    assertThat(read("runs.jsonl").lines()).hasSize(1);
    assertThat(names(""))
        .containsExactlyInAnyOrder(
            "allure-results", "findings", "index.html", "runs.jsonl", "summary.json");
  }

  @Test
  void equalRunsHaveEqualIdsHoweverLongTheyTook() {
    var slow = result(1, "0a");
    var fast =
        new RunResult(
            "mapped",
            Declaration.EMPTY,
            1,
            4,
            10,
            100,
            0.5,
            0,
            List.of(),
            List.of(),
            slow.findings(),
            List.of(),
            Discovery.NONE,
            RunVerdict.FINDINGS);

    assertThat(RunRecord.of(fast, "0.1.0").run()).isEqualTo(RunRecord.of(slow, "0.1.0").run());
    assertThat(RunRecord.of(result(2, "0a"), "0.1.0").run())
        .isNotEqualTo(RunRecord.of(slow, "0.1.0").run());
  }

  @Test
  void theSameRunReplacesWhatItLeftBefore() throws IOException {
    write(result(1, "0a", "0b"));

    assertThat(directory.claim(KEY, false)).isEmpty();
    write(result(1, "0c"));

    assertThat(names("findings")).containsExactly("0c");
    assertThat(names("allure-results")).containsExactly("0x1");
  }

  @Test
  void anotherRunIsNotReplacedUnlessForced() throws IOException {
    write(result(2));

    assertThat(directory.claim(KEY, false))
        .hasValueSatisfying(refusal ->
            assertThat(refusal).contains("holds a run with seed 0x2").contains("--force"));
    assertThat(directory.claim(KEY, true)).isEmpty();
  }

  @Test
  void aFolderWithOtherFilesIsRefusedAndForcedTheyAreLeftAlone() throws IOException {
    Files.createDirectories(directory.path());
    Files.writeString(directory.path().resolve("thesis.txt"), "mine");

    assertThat(directory.claim(KEY, false))
        .hasValueSatisfying(
            refusal -> assertThat(refusal).contains("holds files that no run left"));
    assertThat(directory.claim(KEY, true)).isEmpty();
    write(result(1));

    assertThat(read("thesis.txt")).isEqualTo("mine");
  }

  @Test
  void whatAnEndedRunLeftHalfwayIsReplaced() throws IOException {
    Files.createDirectories(directory.path().resolve(".new/findings/0a"));
    Files.createDirectories(directory.path().resolve("findings"));

    assertThat(directory.claim(KEY, false)).isEmpty();
    write(result(1));

    assertThat(directory.path().resolve(".new")).doesNotExist();
    assertThat(directory.path().resolve("summary.json")).exists();
  }

  @Test
  void aSummaryThatCannotBeReadIsRefused() throws IOException {
    Files.createDirectories(directory.path());
    Files.writeString(directory.path().resolve("summary.json"), "{\"subject\": 1}");

    assertThat(directory.claim(KEY, false))
        .hasValueSatisfying(
            refusal -> assertThat(refusal).contains("holds a summary that cannot be read"));
  }

  @Test
  void aSummaryOfAnOlderVersionWithoutStatisticsIsRead() throws IOException {
    write(result(1));
    var older = read("summary.json").replaceFirst("(?s),\\s*\"statistics\": \\{.*\\}\\s*\\}", "}");

    assertThat(older).doesNotContain("statistics");
    assertThat(JsonText.read(SummaryRecord.class, older))
        .hasValueSatisfying(
            summary -> assertThat(summary.statistics()).isEqualTo(StatisticsRecord.NONE));
  }

  @Test
  void aFileIsNoDirectory() throws IOException {
    Files.writeString(directory.path(), "");

    assertThat(directory.claim(KEY, true))
        .hasValueSatisfying(refusal -> assertThat(refusal).endsWith("is not a directory"));
  }
}
