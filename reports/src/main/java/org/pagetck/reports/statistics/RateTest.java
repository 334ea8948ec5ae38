package org.pagetck.reports.statistics;

import org.apache.commons.math3.distribution.HypergeometricDistribution;

/// The exact test of two rates (Fisher: "Statistical Methods for Research Workers", 1934): how
/// likely two runs of one detection rate differ as much as these do, or more.
public final class RateTest {
  /// Tables that are this near in probability count as equally likely.
  private static final double NEAR = 1 + 1e-7;

  private RateTest() {}

  /// Returns the two-sided probability: that of all outcomes with the same totals that are no
  /// likelier than the one that was seen.
  ///
  /// @throws IllegalArgumentException if there are 2^31 trials or more
  public static double probability(Proportion one, Proportion other) {
    var trials = Math.addExact(one.of(), other.of());
    if (trials > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("too many trials: " + trials);
    }
    var times = (int) (one.times() + other.times());
    var dealt = new HypergeometricDistribution(null, (int) trials, times, (int) one.of());
    var seen = dealt.probability((int) one.times()) * NEAR;
    var sum = 0.0;
    for (var x = dealt.getSupportLowerBound(); x <= dealt.getSupportUpperBound(); x++) {
      var probability = dealt.probability(x);
      sum += probability <= seen ? probability : 0;
    }
    return Math.min(1, sum);
  }
}
