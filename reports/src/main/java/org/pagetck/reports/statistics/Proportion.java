package org.pagetck.reports.statistics;

import org.apache.commons.math3.distribution.BetaDistribution;

/// How often something happened of how often it could have, drawn independently: a rate of which
/// only this is known.
///
/// @param times how often it happened, from 0 to `of`
/// @param of how often it could have, 1 or more
public record Proportion(long times, long of) {
  /// A Beta quantile is looked for until it is known to this part of the rate.
  private static final double ACCURACY = 1e-7;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if it happened more often than it could have
  public Proportion {
    if (of < 1 || times < 0 || times > of) {
      throw new IllegalArgumentException("%d of %d".formatted(times, of));
    }
  }

  /// An interval that holds the true rate.
  ///
  /// @param low its lower end
  /// @param high its upper end
  public record Interval(double low, double high) {}

  /// Returns the rate that was seen.
  public double rate() {
    return (double) times / of;
  }

  /// Returns the exact two-sided interval (Clopper and Pearson, Biometrika 26, 1934): each end is
  /// the rate at which so many, or more on that side, would be seen with half of the error.
  ///
  /// @param confidence above 0 and below 1
  public Interval interval(double confidence) {
    var half = (1 - confidence) / 2;
    var low = times == 0 ? 0 : quantile(times, of - times + 1, half);
    var high = times == of ? 1 : quantile(times + 1, of - times, 1 - half);
    return new Interval(low, high);
  }

  private double quantile(long alpha, long beta, double probability) {
    // What never or always happened has a closed form; it needs no search.
    if (alpha == 1) {
      return -Math.expm1(Math.log1p(-probability) / beta);
    }
    if (beta == 1) {
      return Math.exp(Math.log(probability) / alpha);
    }
    var accuracy = ACCURACY * alpha / (double) of;
    return new BetaDistribution(alpha, beta, accuracy).inverseCumulativeProbability(probability);
  }

  /// Returns the exact one-sided bound: with that confidence the rate is not above it. For what
  /// never happened it is close to 3 / `of` at 95 %, the rule of three.
  ///
  /// @param confidence above 0 and below 1
  public double upperBound(double confidence) {
    return times == of ? 1 : quantile(times + 1, of - times, confidence);
  }
}
