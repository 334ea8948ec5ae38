package org.pagetck.reports.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;

/// Draws counted by outcome, beside the weight that each outcome is meant to have. Several families
/// of outcomes may be added up; within each the draws are independent.
final class Draws {
  /// The chi-square distribution is no good fit where fewer are expected.
  private static final double EXPECTED_MIN = 5;

  private final String name;
  private final List<long[]> counts = new ArrayList<>();
  private final List<double[]> weights = new ArrayList<>();

  Draws(String name) {
    this.name = name;
  }

  /// Adds a family of outcomes; one with weight 0 is never to be drawn.
  void add(long[] familyCounts, double[] familyWeights) {
    counts.add(familyCounts.clone());
    weights.add(familyWeights.clone());
  }

  String name() {
    return name;
  }

  long drawn() {
    return counts.stream().flatMapToLong(Arrays::stream).sum();
  }

  /// Tells whether there are enough draws of each outcome for a verdict.
  boolean isEnough() {
    return IntStream.range(0, counts.size()).allMatch(this::isEnough) && degrees() > 0;
  }

  private boolean isEnough(int family) {
    return IntStream.range(0, counts.get(family).length)
        .filter(i -> weights.get(family)[i] > 0)
        .allMatch(i -> expected(family, i) >= EXPECTED_MIN);
  }

  private double expected(int family, int outcome) {
    var sum = Arrays.stream(weights.get(family)).sum();
    var drawn = Arrays.stream(counts.get(family)).sum();
    return drawn * weights.get(family)[outcome] / sum;
  }

  /// Returns the degrees of freedom: outcomes that may be drawn, less one per family.
  int degrees() {
    return IntStream.range(0, counts.size()).map(this::degrees).sum();
  }

  private int degrees(int family) {
    return (int) Arrays.stream(weights.get(family)).filter(weight -> weight > 0).count() - 1;
  }

  /// Returns Pearson's chi-square over all families.
  double statistic() {
    return IntStream.range(0, counts.size()).mapToDouble(this::statistic).sum();
  }

  private double statistic(int family) {
    var drawable =
        IntStream.range(0, counts.get(family).length)
            .filter(i -> weights.get(family)[i] > 0)
            .toArray();
    if (drawable.length < 2) {
      return 0;
    }
    var observed = Arrays.stream(drawable).mapToLong(i -> counts.get(family)[i]).toArray();
    var expected = Arrays.stream(drawable).mapToDouble(i -> expected(family, i)).toArray();
    return new ChiSquareTest().chiSquare(expected, observed);
  }

  /// Returns how likely draws that fit are to stray so far, or farther.
  double probability() {
    if (hasImpossible()) {
      return 0;
    }
    return 1 - new ChiSquaredDistribution(degrees()).cumulativeProbability(statistic());
  }

  /// Tells whether something was drawn that is never to be drawn.
  private boolean hasImpossible() {
    return IntStream.range(0, counts.size())
        .anyMatch(family ->
            IntStream.range(0, counts.get(family).length)
                .anyMatch(i -> weights.get(family)[i] == 0 && counts.get(family)[i] > 0));
  }
}
