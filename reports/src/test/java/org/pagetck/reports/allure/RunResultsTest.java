package org.pagetck.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.properties.record.StatisticsRecord;
import org.pagetck.reports.finding.SampleRuns;

class RunResultsTest {
  private static final RunRecords RECORDS =
      RunRecords.of(
          SampleRuns.run(
              RunVerdict.FINDINGS, true, SampleRuns.tableBecomesPage(), SampleRuns.missedShould()),
          StatisticsRecord.NONE,
          "0.1.0",
          "");
  private static final List<TestResult> RESULTS =
      new RequirementResults(RECORDS, new RequirementResults.Time(1_000, 61_000)).all();

  @TempDir private Path folder = Path.of("");

  private static TestResult of(Requirement requirement) {
    return RESULTS.stream()
        .filter(result -> result.getName().startsWith(requirement.id() + " "))
        .findFirst()
        .orElseThrow();
  }

  private static String label(TestResult result, String name) {
    return result.getLabels().stream()
        .filter(label -> label.getName().equals(name))
        .map(Label::getValue)
        .findFirst()
        .orElse("");
  }

  @Test
  void everyRequirementHasOneResult() {
    assertThat(RESULTS).hasSameSizeAs(Requirement.all());
    assertThat(RESULTS).extracting(TestResult::getUuid).doesNotHaveDuplicates();
    assertThat(RESULTS).extracting(TestResult::getHistoryId).doesNotHaveDuplicates();
  }

  @Test
  void onlyAViolationFails() {
    assertThat(of(Requirement.UPD_02).getStatus()).isEqualTo(Status.FAILED);
    assertThat(of(Requirement.FRM_01).getStatus()).isEqualTo(Status.FAILED);
    assertThat(of(Requirement.MAP_01).getStatus()).isEqualTo(Status.PASSED);
    assertThat(of(Requirement.TLB_01).getStatus()).isEqualTo(Status.SKIPPED);
    assertThat(RequirementResults.status("ERRORED")).hasValue(Status.BROKEN);
    assertThat(List.of("MISSED", "KNOWN", "NOT_EXERCISED"))
        .allMatch(verdict -> RequirementResults.status(verdict).isEmpty());
    assertThat(Optional.ofNullable(of(Requirement.MAP_03).getStatus())).isEmpty();
  }

  @Test
  void labelsAreThoseOfTheCatalogue() {
    var result = of(Requirement.UPD_02);

    assertThat(label(result, "epic")).isEqualTo("Conformance of acme");
    assertThat(label(result, "feature")).isEqualTo("Answers");
    assertThat(label(result, "story")).isEqualTo("UPD-02");
    assertThat(label(result, "severity")).isEqualTo("critical");
    assertThat(label(of(Requirement.STR_03), "severity")).isEqualTo("minor");
    assertThat(of(Requirement.ROB_01).getLinks())
        .extracting(Link::getUrl)
        .containsExactly("https://www.intel.com/sdm");
    assertThat(result.getParameters())
        .extracting(Parameter::getName)
        .containsExactly("subject", "seed", "traces", "exercised");
  }

  @Test
  void aViolationShowsItsTraceStepByStep() {
    var result = of(Requirement.UPD_02);
    var finding = result.getSteps().getFirst();
    var last = finding.getSteps().getLast();

    assertThat(result.getStatusDetails().getMessage())
        .isEqualTo("VIOLATED: update-flags of a 2M page answers ok where TABLE_ENTRY is owed");
    assertThat(finding.getSteps())
        .extracting(StepResult::getName)
        .containsExactly("map 4K 0x0 0x1000 PRESENT|WRITABLE", "update-flags 2M 0x0 PRESENT");
    assertThat(finding.getSteps().getFirst().getStatus()).isEqualTo(Status.PASSED);
    assertThat(last.getStatus()).isEqualTo(Status.FAILED);
    assertThat(last.getParameters())
        .extracting(Parameter::getName, Parameter::getValue)
        .containsExactly(tuple("owed", "refused TABLE_ENTRY"), tuple("given", "ok flush=page"));
  }

  @Test
  void whatAStepAttachesIsThere() throws IOException {
    RunResults.write(RECORDS, Instant.ofEpochSecond(61), folder);

    for (var attachment : of(Requirement.UPD_02).getSteps().getFirst().getAttachments()) {
      assertThat(folder.resolve(attachment.getSource())).isNotEmptyFile();
    }
    assertThat(Files.readString(folder.resolve("environment.properties")))
        .contains("seed = 0x5eed\n", "subject = native\\:libacme.so\n");
    assertThat(Files.readString(folder.resolve("categories.json"))).contains("(?s)VIOLATED.*");
    try (var files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith("-result.json")))
          .hasSameSizeAs(Requirement.all());
    }
  }
}
