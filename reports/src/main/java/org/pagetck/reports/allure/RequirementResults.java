package org.pagetck.reports.allure;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.RunRecords;
import org.pagetck.properties.record.SummaryRecord.RequirementRow;

/// The requirements of a run as results of tests.
///
/// Only a violation fails, and only an error is broken: a should that is missed, a finding that was
/// declared beforehand, and too few exercises are unknown.
///
/// @param records the records of the run
/// @param time when it ran
record RequirementResults(RunRecords records, Time time) {
  /// When something ran, in milliseconds since 1970.
  record Time(long start, long stop) {}

  List<TestResult> all() {
    return records.summary().requirements().stream().map(this::result).toList();
  }

  private TestResult result(RequirementRow row) {
    var evidence = accusing(row.id());
    var result =
        new TestResult()
            .setUuid(id(records.run().run(), row.id()))
            .setHistoryId(id(records.summary().subject(), row.id()))
            .setTestCaseId(id("", row.id()))
            .setFullName("%s %s".formatted(records.summary().subject(), row.id()))
            .setName(name(row))
            .setLabels(labels(row))
            .setParameters(parameters(row))
            .setStatusDetails(details(row, evidence))
            .setStage(Stage.FINISHED)
            .setStart(time.start())
            .setStop(time.stop())
            .setSteps(steps(row, evidence));
    status(row.verdict()).ifPresent(result::setStatus);
    Requirement.byId(row.id())
        .ifPresent(requirement ->
            result
                .setDescription(RequirementLabels.description(requirement))
                .setLinks(links(requirement)));
    return result;
  }

  private List<EvidenceRecord> accusing(String id) {
    return records.evidence().stream()
        .filter(evidence ->
            evidence.finding().requirement().equals(id) || evidence.finding().also().contains(id))
        .toList();
  }

  private static String id(String whole, String part) {
    var name = "pagetck\n%s\n%s".formatted(whole, part);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String name(RequirementRow row) {
    return "%s %s"
        .formatted(
            row.id(),
            Requirement.byId(row.id()).map(Requirement::sentence).orElse("").replace("`", ""));
  }

  private List<Label> labels(RequirementRow row) {
    var summary = records.summary();
    var mapper = summary.name().isEmpty() ? summary.subject() : summary.name();
    var labels = new ArrayList<Label>();
    labels.add(label(RequirementLabels.EPIC, "Conformance of " + mapper));
    Requirement.byId(row.id())
        .ifPresent(requirement ->
            RequirementLabels.of(requirement)
                .forEach(pair -> labels.add(label(pair.name(), pair.value()))));
    labels.add(label(RequirementLabels.TAG, row.id()));
    labels.add(label("parentSuite", mapper));
    labels.add(label("framework", "pagetck"));
    return labels;
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(value);
  }

  private static List<Link> links(Requirement requirement) {
    return RequirementLabels.links(requirement).stream()
        .map(pair -> new Link().setName(pair.name()).setUrl(pair.value()).setType("source"))
        .toList();
  }

  private List<Parameter> parameters(RequirementRow row) {
    var summary = records.summary();
    return List.of(
        parameter("subject", summary.subject()),
        parameter("seed", summary.seed()),
        parameter("traces", Long.toString(summary.traces())),
        parameter("exercised", Long.toString(row.exercised())));
  }

  private static Parameter parameter(String name, String value) {
    return new Parameter().setName(name).setValue(value).setExcluded(!name.equals("subject"));
  }

  /// Returns the status for a verdict, or nothing where Allure is to say that it is unknown.
  static Optional<Status> status(String verdict) {
    return switch (verdict) {
      case "HELD" -> Optional.of(Status.PASSED);
      case "VIOLATED" -> Optional.of(Status.FAILED);
      case "ERRORED" -> Optional.of(Status.BROKEN);
      case "NOT_APPLICABLE" -> Optional.of(Status.SKIPPED);
      default -> Optional.empty();
    };
  }

  private static StatusDetails details(RequirementRow row, List<EvidenceRecord> accusing) {
    var details = new StatusDetails().setKnown(row.verdict().equals("KNOWN"));
    if (row.verdict().equals("HELD")) {
      return details;
    }
    var why =
        accusing.isEmpty()
            ? row.reason()
            : accusing.getFirst().finding().title()
                + (accusing.size() == 1 ? "" : " (and %d more)".formatted(accusing.size() - 1));
    details.setMessage("%s: %s".formatted(row.verdict(), why));
    if (!accusing.isEmpty()) {
      details.setTrace(accusing.getFirst().trace());
    }
    return details;
  }

  private List<StepResult> steps(RequirementRow row, List<EvidenceRecord> accusing) {
    return accusing.stream()
        .map(evidence -> FindingSteps.of(evidence, row.id(), status(row.verdict()), time))
        .toList();
  }
}
