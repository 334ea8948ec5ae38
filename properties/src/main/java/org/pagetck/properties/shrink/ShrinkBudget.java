package org.pagetck.properties.shrink;

import java.time.Duration;

/// What shrinking may cost.
///
/// @param runsMax how many traces may be run to find smaller ones
/// @param timeMax how long it may take, proof included
/// @param proofRunsMax how many runs the proof may take that nothing shorter fails; where it would
///   take more, none is attempted
public record ShrinkBudget(long runsMax, Duration timeMax, long proofRunsMax) {
  /// Enough for every trace that a check generates; proofs that take no longer than shrinking.
  public static final ShrinkBudget DEFAULT =
      new ShrinkBudget(500_000, Duration.ofSeconds(30), 5_000);

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if one is negative, or the time longer than a day
  public ShrinkBudget {
    if (runsMax < 0
        || proofRunsMax < 0
        || timeMax.isNegative()
        || timeMax.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "no budget: %d runs, %s, %d runs for a proof".formatted(runsMax, timeMax, proofRunsMax));
    }
  }

  /// Returns this budget for a proof, however many runs that takes, until `time` is over.
  public ShrinkBudget proving(Duration time) {
    return new ShrinkBudget(Long.MAX_VALUE, time, Long.MAX_VALUE);
  }
}
