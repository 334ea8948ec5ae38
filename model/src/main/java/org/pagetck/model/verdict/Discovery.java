package org.pagetck.model.verdict;

/// How often traces still showed something new. Since traces are drawn independently, this bounds
/// how likely the next one shows a class of steps that none showed before.
///
/// @param known after how many traces it was noted which classes of steps had occurred
/// @param traces how many traces were run after that
/// @param novel how many of those showed a class that had not
public record Discovery(long known, long traces, long novel) {
  /// What is known where no trace was run.
  public static final Discovery NONE = new Discovery(0, 0, 0);

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if more traces showed something new than there were
  public Discovery {
    if (known < 0 || novel < 0 || novel > traces) {
      throw new IllegalArgumentException("%d of %d after %d".formatted(novel, traces, known));
    }
  }
}
