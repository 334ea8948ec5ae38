package org.pagetck.properties.exhaust;

import java.time.Duration;
import java.util.Optional;

/// How far a search is to go.
///
/// @param universe what can happen
/// @param time how long to go on at most, or nothing
/// @param stateCountMax how many states to reach at most
/// @param depthMax how many moves to go from the beginning at most
/// @param memoryBytesMax how many bytes of memory the states may take
/// @param jobs how many threads make moves
public record ExhaustPlan(
    Universe universe,
    Optional<Duration> time,
    int stateCountMax,
    int depthMax,
    long memoryBytesMax,
    int jobs) {
  /// The most states that a search can hold.
  public static final int STATE_COUNT_MAX = 1 << 30;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if one is not positive
  public ExhaustPlan {
    if (stateCountMax < 1 || depthMax < 1 || memoryBytesMax < 1 || jobs < 1) {
      throw new IllegalArgumentException("bounds must be positive");
    }
  }

  /// Returns this plan with that limit of time.
  public ExhaustPlan withTime(Optional<Duration> limit) {
    return new ExhaustPlan(universe, limit, stateCountMax, depthMax, memoryBytesMax, jobs);
  }

  /// Returns this plan to go so many moves deep.
  public ExhaustPlan withDepth(int moves) {
    return new ExhaustPlan(universe, time, stateCountMax, moves, memoryBytesMax, jobs);
  }

  /// Returns the plan to go on to the end, within half of the memory that this process may have.
  public static ExhaustPlan toTheEnd(Universe universe, int jobs) {
    return new ExhaustPlan(
        universe,
        Optional.empty(),
        STATE_COUNT_MAX,
        Integer.MAX_VALUE,
        Runtime.getRuntime().maxMemory() / 2,
        jobs);
  }
}
