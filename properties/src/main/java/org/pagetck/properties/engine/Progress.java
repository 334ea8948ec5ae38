package org.pagetck.properties.engine;

import java.util.Optional;

/// Told how a check is getting on, from the thread that runs it, several times a second at most.
public interface Progress {
  /// How far a check has come.
  ///
  /// @param traces traces run so far
  /// @param steps operations judged so far
  /// @param exercised how many of the requirements that apply were exercised
  /// @param applicable how many requirements apply
  /// @param findings findings so far
  /// @param seconds time since the start
  /// @param share how much of the whole is done, 0 to 1
  /// @param activity what goes on right now: `checking`, `shrinking`
  record State(
      long traces,
      long steps,
      int exercised,
      int applicable,
      int findings,
      double seconds,
      double share,
      String activity) {
    /// Returns the seconds that are left at this pace, or nothing at the start.
    public Optional<Double> secondsLeft() {
      return share > 0.01 ? Optional.of(seconds / share - seconds) : Optional.empty();
    }
  }

  /// Tells nobody.
  Progress SILENT = state -> {};

  /// Takes note of `state`.
  void update(State state);
}
