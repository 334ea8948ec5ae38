package org.pagetck.properties.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.pagetck.model.contract.NamedContract;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.verdict.Discovery;
import org.pagetck.model.verdict.Evidence;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Minimality;
import org.pagetck.model.verdict.RequirementResult;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.model.verdict.Verdict;

class RequirementTestsTest {
  private static final TableImage NOTHING = new TableImage(0, 4, List.of());

  private static Finding finding(Verdict verdict) {
    return new Finding(
        "0123abcd",
        verdict,
        Requirement.STR_03,
        List.of(),
        "unmap leaves flags behind",
        new Trace(Setup.DEFAULT, List.of()),
        Minimality.unproven(true),
        0,
        3,
        new Evidence(List.of(), List.of(), List.of(), NOTHING, NOTHING, ""));
  }

  private static RunResult result(RequirementResult row, List<Finding> findings, String... errors) {
    return new RunResult(
        "java:x",
        Declaration.of(NamedContract.STRICT),
        7,
        1,
        1,
        1,
        1,
        0,
        List.of(errors),
        List.of(row),
        findings,
        List.of(),
        Discovery.NONE,
        RunVerdict.CONFORMS);
  }

  private static RequirementResult row(Verdict verdict, String reason) {
    return new RequirementResult(Requirement.STR_03, verdict, 1, reason);
  }

  private static List<DynamicTest> tests(RunResult result) {
    return new RequirementTests(result, Path.of("out"))
        .all()
        .flatMap(node ->
            node instanceof DynamicContainer container ? container.getChildren() : Stream.of(node))
        .map(DynamicTest.class::cast)
        .toList();
  }

  private static Throwable outcomeOf(RunResult result) {
    return catchThrowable(() -> tests(result).getLast().getExecutable().execute());
  }

  @Test
  void aTestIsNamedByTheIdAndTheSentence() {
    assertThat(tests(result(row(Verdict.HELD, ""), List.of())))
        .extracting(DynamicTest::getDisplayName)
        .containsExactly(
            "every step of the run counts", "STR-03: " + Requirement.STR_03.sentence());
  }

  @Test
  void aMissedShouldIsAbortedAndTold() {
    assertThat(outcomeOf(result(row(Verdict.MISSED, ""), List.of(finding(Verdict.MISSED)))))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContainingAll(
            "a should:",
            "STR-03 is missed: unmap leaves flags behind",
            "seed 0x7, in 3 traces, fingerprint 0123abcd",
            "The report is out/findings/0123abcd/report.md");
  }

  @Test
  void aKnownFindingIsAbortedAndTold() {
    assertThat(outcomeOf(result(row(Verdict.KNOWN, ""), List.of(finding(Verdict.KNOWN)))))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("declared as known:");
  }

  @Test
  void anErroredRequirementFails() {
    assertThat(outcomeOf(result(row(Verdict.ERRORED, "no log"), List.of())))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage("no log");
  }

  @Test
  void aRunWithErrorsFailsAsAWhole() {
    var tests = tests(result(row(Verdict.HELD, ""), List.of(), "a call logged too much"));

    assertThat(catchThrowable(() -> tests.getFirst().getExecutable().execute()))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage("nothing is known of the mapper:\na call logged too much");
  }
}
