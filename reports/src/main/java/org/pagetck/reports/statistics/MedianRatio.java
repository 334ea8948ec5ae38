package org.pagetck.reports.statistics;

import java.util.Collection;

/// How many times larger the median of one sample is than that of another, whatever their
/// distributions: the interval holds the true ratio whenever the intervals of both medians hold,
/// which share the error between them. It is exact, and a little wider than it has to be.
///
/// @param ratio of the medians that were seen
/// @param low the lower end
/// @param high the upper end; infinite where the other sample may have a median of 0, or the one
///   was cut off
public record MedianRatio(double ratio, double low, double high) {
  /// Returns the ratio of the median of `one` to that of `other`.
  ///
  /// @param confidence above 0 and below 1
  /// @throws IllegalArgumentException if a sample is empty
  public static MedianRatio of(Collection<Long> one, Collection<Long> other, double confidence) {
    var each = (1 + confidence) / 2;
    var above = MedianInterval.of(one, each);
    var below = MedianInterval.of(other, each);
    return new MedianRatio(
        quotient(above.median(), below.median()),
        quotient(above.low(), below.high()),
        quotient(above.high(), below.low()));
  }

  private static double quotient(long one, long other) {
    if (other == Long.MAX_VALUE) {
      return 0;
    }
    return one == Long.MAX_VALUE || other == 0 ? Double.POSITIVE_INFINITY : (double) one / other;
  }
}
