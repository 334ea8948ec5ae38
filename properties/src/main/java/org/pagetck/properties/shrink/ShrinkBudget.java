package org.pagetck.properties.shrink;

import java.time.Duration;

/// What shrinking may cost.
///
/// @param runsMax how many traces may be run
/// @param timeMax how long it may take
public record ShrinkBudget(int runsMax, Duration timeMax) {
  /// Enough for every trace that a check generates.
  public static final ShrinkBudget DEFAULT = new ShrinkBudget(500_000, Duration.ofSeconds(30));

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if one is negative, or the time longer than a day
  public ShrinkBudget {
    if (runsMax < 0 || timeMax.isNegative() || timeMax.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("no budget: %d runs, %s".formatted(runsMax, timeMax));
    }
  }
}
