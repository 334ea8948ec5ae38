package org.pagetck.reports.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How many threads judge a subject.
final class JobsOption {
  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Threads; as many as processors for built-in subjects, 1 for others.")
  private @Nullable Integer jobs;

  /// Checks what was passed.
  ///
  /// @throws UsageException if it is less than 1
  void check() {
    if (jobs != null && jobs < 1) {
      throw new UsageException("--jobs is %d, allowed is 1 or more".formatted(jobs));
    }
  }

  /// Returns how many to judge `subject` with.
  int of(String subject) {
    return Optional.ofNullable(jobs)
        .orElseGet(() ->
            SubjectSpelling.isBuiltIn(subject) ? Runtime.getRuntime().availableProcessors() : 1);
  }
}
