package org.pagetck.reports.statistics;

import java.util.Collection;
import org.apache.commons.math3.distribution.BinomialDistribution;

/// The median of a sample and an interval that holds the median of what it was drawn from, whatever
/// the distribution: its ends are two of the numbers in the sample, as many from below as from
/// above (Thompson, Annals of Mathematical Statistics 7, 1936).
///
/// A number that is only known to be large, such as the operations until a detection that did not
/// come, stands as [Long#MAX_VALUE]; it may be an end, or the median.
///
/// @param median the middle number; of an even count the lower one of the two in the middle
/// @param low the lower end
/// @param high the upper end
/// @param coverage how likely such an interval holds the true median, at least; below the
///   confidence asked for only where the sample is too small for it, and the ends are its smallest
///   and its largest number
public record MedianInterval(long median, long low, long high, double coverage) {
  private static final double HALF = 0.5;

  /// Returns the narrowest interval of `confidence` or more.
  ///
  /// @param sample drawn independently, in any order; 6 numbers are enough for 95 %
  /// @param confidence above 0 and below 1
  /// @throws IllegalArgumentException if the sample is empty
  public static MedianInterval of(Collection<Long> sample, double confidence) {
    if (sample.isEmpty()) {
      throw new IllegalArgumentException("no median of nothing");
    }
    var sorted = sample.stream().mapToLong(Long::longValue).sorted().toArray();
    var count = sorted.length;
    var smaller = new BinomialDistribution(null, count, HALF);
    var cut = 0;
    while (2 * (cut + 1) < count && coverage(smaller, cut + 1) >= confidence) {
      cut++;
    }
    return new MedianInterval(
        sorted[(count - 1) / 2], sorted[cut], sorted[count - 1 - cut], coverage(smaller, cut));
  }

  /// Returns how likely more than `cut` numbers are on either side of the true median, when
  /// `smaller` tells how many are below it.
  private static double coverage(BinomialDistribution smaller, int cut) {
    return Math.max(0, 1 - 2 * smaller.cumulativeProbability(cut));
  }
}
