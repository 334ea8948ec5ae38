package org.pagetck.reports.statistics;

import java.util.Arrays;
import java.util.Collection;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/// The rank test of two samples (Mann and Whitney, Annals of Mathematical Statistics 18, 1947): how
/// likely two samples of one distribution differ in their ranks as much as these do, or more. Ties
/// get the mean of their ranks.
///
/// For up to 100 numbers the probability is exact, ties included: all ways to deal them out are
/// counted. For more it is that of the normal distribution, with ties and continuity allowed for.
public final class RankTest {
  private static final int EXACT_MAX = 100;
  private static final double CONTINUITY = 0.5;

  private final long[] doubledRanks;
  private final int firstCount;

  private RankTest(long[] doubledRanks, int firstCount) {
    this.doubledRanks = doubledRanks;
    this.firstCount = firstCount;
  }

  /// Returns the two-sided probability; 1 where a sample is empty.
  ///
  /// @param one numbers of any size; what is only known to be large is [Long#MAX_VALUE]
  /// @param other the same
  public static double probability(Collection<Long> one, Collection<Long> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 1;
    }
    var all = new double[one.size() + other.size()];
    var i = 0;
    for (var number : one) {
      all[i++] = number;
    }
    for (var number : other) {
      all[i++] = number;
    }
    var ranks = new NaturalRanking().rank(all);
    var doubled = Arrays.stream(ranks).mapToLong(rank -> Math.round(2 * rank)).toArray();
    var test = new RankTest(doubled, one.size());
    return all.length <= EXACT_MAX ? test.exact() : test.normal();
  }

  private long sum() {
    return Arrays.stream(doubledRanks, 0, firstCount).sum();
  }

  /// Counts the ways to deal out the ranks by the sum that the first sample gets.
  private double exact() {
    var sumMax = (int) Arrays.stream(doubledRanks).sum();
    var ways = new double[firstCount + 1][sumMax + 1];
    ways[0][0] = 1;
    for (var rank : doubledRanks) {
      for (var count = firstCount; count >= 1; count--) {
        for (var sum = sumMax; sum >= rank; sum--) {
          ways[count][sum] += ways[count - 1][sum - (int) rank];
        }
      }
    }
    var dealt = ways[firstCount];
    var all = Arrays.stream(dealt).sum();
    var seen = (int) sum();
    var below = Arrays.stream(dealt, 0, seen + 1).sum() / all;
    var above = Arrays.stream(dealt, seen, dealt.length).sum() / all;
    return Math.min(1, 2 * Math.min(below, above));
  }

  private double normal() {
    var count = (double) doubledRanks.length;
    var mean = firstCount * (count + 1) / 2;
    var otherCount = count - firstCount;
    var squares =
        Arrays.stream(doubledRanks)
            .mapToDouble(rank -> Math.pow(rank / 2.0 - (count + 1) / 2, 2))
            .sum();
    var variance = firstCount * otherCount * squares / (count * (count - 1));
    if (variance == 0) {
      return 1;
    }
    var distance = Math.max(0, Math.abs(sum() / 2.0 - mean) - CONTINUITY);
    var tail =
        new NormalDistribution(null, 0, 1).cumulativeProbability(-distance / Math.sqrt(variance));
    return Math.min(1, 2 * tail);
  }
}
