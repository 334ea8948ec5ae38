package org.pagetck.properties.compare;

/// What a comparison is to do.
///
/// @param traces how many traces to run on each subject
/// @param seed where all randomness comes from
public record ComparePlan(long traces, long seed) {
  /// Checks the bound.
  ///
  /// @throws IllegalArgumentException if the number is not positive
  public ComparePlan {
    if (traces < 1) {
      throw new IllegalArgumentException("traces must be positive");
    }
  }
}
