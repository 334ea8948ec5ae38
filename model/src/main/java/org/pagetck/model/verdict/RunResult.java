package org.pagetck.model.verdict;

import java.util.List;
import org.pagetck.model.declaration.Declaration;

/// The result of a run of the suite on one subject.
///
/// @param subject how the command line names the subject
/// @param declaration the declaration that counted
/// @param seed the seed
/// @param jobs how many jobs ran
/// @param traces how many traces were run
/// @param steps how many operations were judged
/// @param seconds how long it took, without start-up
/// @param unsupported how many calls the adapter could not express
/// @param errors why steps count for nothing, one sentence each, or empty
/// @param requirements each requirement of the catalogue, in its order
/// @param findings the findings, in the order in which they were found
/// @param coverage the classes of steps that occurred
/// @param discovery how often traces still showed a class that none had shown before
/// @param verdict the verdict
public record RunResult(
    String subject,
    Declaration declaration,
    long seed,
    int jobs,
    long traces,
    long steps,
    double seconds,
    long unsupported,
    List<String> errors,
    List<RequirementResult> requirements,
    List<Finding> findings,
    List<CoverageCount> coverage,
    Discovery discovery,
    RunVerdict verdict) {
  /// Copies the lists.
  public RunResult {
    errors = List.copyOf(errors);
    requirements = List.copyOf(requirements);
    findings = List.copyOf(findings);
    coverage = List.copyOf(coverage);
  }

  /// Returns the judged operations per second.
  public double stepsPerSecond() {
    return seconds > 0 ? steps / seconds : 0;
  }
}
