package org.pagetck.properties.record;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.Evidence.Accused;
import org.pagetck.model.verdict.Evidence.StepEvidence;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.Verdict;

/// A finding as the message of a failed test tells it.
public final class FindingText {
  private static final String INDENT = "  ";

  private FindingText() {}

  /// Returns title, requirement, shrunk trace, and what was owed and given, line by line; `origin`
  /// says where it was found, in the last line but one before the place of its `folder`.
  public static String render(Finding finding, String origin, String folder) {
    var requirement = finding.requirement();
    var verb = finding.verdict() == Verdict.MISSED ? "missed" : "violated";
    return Stream.of(
            Stream.of(
                "%s is %s: %s".formatted(requirement.id(), verb, finding.title()),
                "Owed: " + requirement.sentence()),
            also(finding.also()),
            Stream.of(""),
            TraceText.print(finding.trace()).lines().map(INDENT::concat),
            Stream.of("", "Step by step:"),
            steps(finding.evidence().steps()),
            Stream.of("", "What was seen:"),
            accusations(finding.evidence().accusations()),
            Stream.of(
                "",
                "Look first at: " + requirement.checkFirst(),
                "%s, fingerprint %s, %s"
                    .formatted(origin, finding.fingerprint(), smallness(finding)),
                "The report is " + folder + RunFiles.REPORT))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private static String smallness(Finding finding) {
    if (!finding.certified()) {
      return "shrinking ended early";
    }
    return finding.minimality().isProven() ? "proven shortest" : "no smaller trace found";
  }

  private static Stream<String> also(List<Requirement> also) {
    return also.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "The same call also violates %s."
                .formatted(also.stream().map(Requirement::id).collect(Collectors.joining(", "))));
  }

  private static Stream<String> accusations(List<Accused> accusations) {
    return accusations.stream()
        .map(it -> "%s%s, %s".formatted(INDENT, it.requirement(), it.evidence()));
  }

  private static Stream<String> steps(List<StepEvidence> steps) {
    return steps.stream()
        .map(step ->
            step.owed().isEmpty()
                ? INDENT + step.line()
                : "%s%s  owed: %s  given: %s"
                    .formatted(INDENT, step.line(), step.owed(), step.given()));
  }
}
