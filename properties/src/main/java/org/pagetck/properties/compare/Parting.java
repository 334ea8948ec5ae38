package org.pagetck.properties.compare;

import java.util.List;
import java.util.Map;
import org.pagetck.model.trace.Trace;

/// Where subjects part from the first one, for one cause.
///
/// @param cause why
/// @param times how many traces showed it, for each subject that parts so
/// @param trace the smallest trace found; they part at its last line
/// @param isCertified whether nothing smaller was found in one full pass of the shrinker
/// @param answers what each subject does at that line, in the order of the command line
public record Parting(
    Cause cause, Map<String, Long> times, Trace trace, boolean isCertified, List<Answer> answers) {
  /// Copies the collections.
  public Parting {
    times = Map.copyOf(times);
    answers = List.copyOf(answers);
  }

  /// What one subject does.
  ///
  /// @param subject how the command line names it
  /// @param given its answer, or that it never came to the last line
  /// @param hardware what the hardware makes of the page then, or empty
  /// @param violates the requirement that its own contract says is violated then, or empty
  public record Answer(String subject, String given, String hardware, String violates) {}

  /// Tells whether at least one subject breaks its own contract there; else it is a matter of
  /// policy.
  public boolean isDefect() {
    return answers.stream().anyMatch(answer -> !answer.violates().isEmpty());
  }
}
