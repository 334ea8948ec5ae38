package org.pagetck.properties.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.RequirementGroup;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RequirementResult;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.properties.record.FindingText;

/// The result of a run as tests: one says whether the run counts at all, the others what became of
/// each requirement.
///
/// @param result the result
/// @param directory where the run left its findings
record RequirementTests(RunResult result, Path directory) {
  /// Returns the tests.
  Stream<DynamicNode> all() {
    Map<RequirementGroup, List<DynamicTest>> groups = new TreeMap<>();
    for (var row : result.requirements()) {
      groups.computeIfAbsent(row.requirement().group(), _ -> new ArrayList<>()).add(test(row));
    }
    return Stream.concat(
        Stream.of(DynamicTest.dynamicTest("every step of the run counts", this::requireNoErrors)),
        groups.entrySet().stream()
            .map(group ->
                DynamicContainer.dynamicContainer(group.getKey().title(), group.getValue())));
  }

  private void requireNoErrors() {
    if (!result.errors().isEmpty()) {
      Assertions.fail("nothing is known of the mapper:\n" + String.join("\n", result.errors()));
    }
  }

  private DynamicTest test(RequirementResult row) {
    var requirement = row.requirement();
    return DynamicTest.dynamicTest(
        "%s: %s".formatted(requirement.id(), requirement.sentence()), () -> report(row));
  }

  private void report(RequirementResult row) {
    switch (row.verdict()) {
      case HELD -> {}
      case VIOLATED -> Assertions.fail(findings(row.requirement()));
      case NOT_EXERCISED, ERRORED -> Assertions.fail(row.reason());
      case NOT_APPLICABLE -> Assumptions.abort(row.reason());
      case MISSED -> Assumptions.abort("a should:\n" + findings(row.requirement()));
      case KNOWN -> Assumptions.abort("declared as known:\n" + findings(row.requirement()));
    }
  }

  private String findings(Requirement requirement) {
    return result.findings().stream()
        .filter(it -> it.requirement() == requirement || it.also().contains(requirement))
        .map(it -> text(it, requirement))
        .collect(Collectors.joining("\n\n"));
  }

  private String text(Finding finding, Requirement requirement) {
    var origin = "seed 0x%x, in %d traces".formatted(result.seed(), finding.times());
    var folder = "%s/findings/%s/".formatted(directory, finding.fingerprint());
    var text = FindingText.render(finding, origin, folder);
    return finding.requirement() == requirement
        ? text
        : "%s is violated by the same call:\n%s".formatted(requirement.id(), text);
  }
}
