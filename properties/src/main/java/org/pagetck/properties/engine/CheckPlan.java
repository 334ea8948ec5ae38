package org.pagetck.properties.engine;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.pagetck.model.requirement.Requirement;

/// What a check is to do.
///
/// @param traces how many traces to run at most
/// @param time how long to go on at most, or nothing
/// @param seed where all randomness comes from
/// @param jobs how many threads draw and run traces
/// @param only the requirements that are judged, or all where it is empty
/// @param isDefault whether the number of traces is the default one, so that each requirement owes
///   its full count of exercises
/// @param day the day on which findings that were declared as known have to be accepted still
public record CheckPlan(
    long traces,
    Optional<Duration> time,
    long seed,
    int jobs,
    Set<Requirement> only,
    boolean isDefault,
    LocalDate day) {
  /// The number of traces of the default check.
  public static final long DEFAULT_TRACES = 200_000;

  /// The default seed.
  public static final long DEFAULT_SEED = 0x5eed;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a number is not positive
  public CheckPlan {
    only = Set.copyOf(only);
    if (traces < 1 || jobs < 1) {
      throw new IllegalArgumentException("traces and jobs must be positive");
    }
  }

  /// Returns the default check on `jobs` threads, today by universal time.
  public static CheckPlan defaults(int jobs) {
    var today = LocalDate.now(ZoneOffset.UTC);
    return new CheckPlan(
        DEFAULT_TRACES, Optional.empty(), DEFAULT_SEED, jobs, Set.of(), true, today);
  }

  /// Returns this plan with another seed.
  public CheckPlan withSeed(long other) {
    return new CheckPlan(traces, time, other, jobs, only, isDefault, day);
  }

  /// Returns this plan for the requirements `others`, or all where they are empty.
  public CheckPlan withOnly(Set<Requirement> others) {
    return new CheckPlan(traces, time, seed, jobs, others, isDefault, day);
  }

  /// Returns this plan on another day.
  public CheckPlan withDay(LocalDate other) {
    return new CheckPlan(traces, time, seed, jobs, only, isDefault, other);
  }

  /// Returns a plan for `count` traces.
  public CheckPlan withTraces(long count) {
    return new CheckPlan(count, time, seed, jobs, only, false, day);
  }

  /// Returns a plan that goes on for `duration`, however many traces that is.
  public CheckPlan withTime(Duration duration) {
    return new CheckPlan(Long.MAX_VALUE, Optional.of(duration), seed, jobs, only, false, day);
  }
}
