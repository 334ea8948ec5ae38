package org.pagetck.reports.allure;

import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pagetck.properties.record.EvidenceRecord;
import org.pagetck.properties.record.EvidenceRecord.AccusationRow;

/// A finding as a step of a result, and the lines of its shrunk trace as steps of that step.
final class FindingSteps {
  private FindingSteps() {}

  static String traceFile(String fingerprint) {
    return fingerprint + "-trace-attachment.txt";
  }

  static String reportFile(String fingerprint) {
    return fingerprint + "-report-attachment.md";
  }

  /// Returns the step for `evidence` within the result of the requirement `id`.
  static StepResult of(
      EvidenceRecord evidence, String id, Optional<Status> status, RequirementResults.Time time) {
    var fingerprint = evidence.finding().fingerprint();
    var step =
        new StepResult()
            .setName("%s [%s]".formatted(evidence.finding().title(), fingerprint))
            .setStage(Stage.FINISHED)
            .setStatusDetails(new StatusDetails().setMessage(accusation(evidence, id)))
            .setStart(time.start())
            .setStop(time.stop())
            .setSteps(lines(evidence, status, time))
            .setAttachments(
                List.of(
                    attachment("report.md", "text/markdown", reportFile(fingerprint)),
                    attachment("trace.txt", "text/plain", traceFile(fingerprint))));
    status.ifPresent(step::setStatus);
    return step;
  }

  private static String accusation(EvidenceRecord evidence, String id) {
    return evidence.accusations().stream()
        .filter(accusation -> accusation.requirement().equals(id))
        .map(AccusationRow::evidence)
        .findFirst()
        .orElse("");
  }

  private static List<StepResult> lines(
      EvidenceRecord evidence, Optional<Status> status, RequirementResults.Time time) {
    var steps = new ArrayList<StepResult>();
    for (var line : evidence.steps()) {
      var isLast = steps.size() == evidence.steps().size() - 1;
      var step =
          new StepResult()
              .setName(line.line())
              .setStage(Stage.FINISHED)
              .setStart(time.start())
              .setStop(time.start());
      (isLast ? status : Optional.of(Status.PASSED)).ifPresent(step::setStatus);
      if (!line.owed().isEmpty()) {
        step.setParameters(
            List.of(parameter("owed", line.owed()), parameter("given", line.given())));
      }
      steps.add(step);
    }
    return steps;
  }

  private static Parameter parameter(String name, String value) {
    return new Parameter().setName(name).setValue(value);
  }

  private static Attachment attachment(String name, String type, String file) {
    return new Attachment().setName(name).setType(type).setSource(file);
  }
}
