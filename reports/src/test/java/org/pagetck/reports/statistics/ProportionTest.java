package org.pagetck.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "0, 10, 0, 0.30850",
    "1, 10, 0.0025286, 0.44502",
    "5, 10, 0.18709, 0.81291",
    "10, 10, 0.69150, 1",
    "0, 1, 0, 0.975",
    "1, 1, 0.025, 1",
    "2, 1000, 0.00024232, 0.0072059",
  })
  void intervalsAreThoseOfTheTables(long times, long of, double low, double high) {
    var interval = new Proportion(times, of).interval(0.95);

    assertThat(interval.low()).isCloseTo(low, within(1e-4 * low));
    assertThat(interval.high()).isCloseTo(high, within(1e-4 * high));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"3, 1000000", "17, 40000", "250, 500", "2999, 3000", "123456, 200000"})
  void atEachEndWhatWasSeenHasHalfOfTheError(int times, int of) {
    var interval = new Proportion(times, of).interval(0.95);
    var fromLow = new BinomialDistribution(null, of, interval.low());
    var fromHigh = new BinomialDistribution(null, of, interval.high());

    assertThat(1 - fromLow.cumulativeProbability(times - 1)).isCloseTo(0.025, withPercentage(0.1));
    assertThat(fromHigh.cumulativeProbability(times)).isCloseTo(0.025, withPercentage(0.1));
  }

  @ParameterizedTest
  @CsvSource({"30, 0.0950", "300, 0.009936", "200000, 1.4979e-5", "10000000000, 2.9957e-10"})
  void whatNeverFailedObeysTheRuleOfThree(long clean, double bound) {
    assertThat(new Proportion(0, clean).upperBound(0.95)).isCloseTo(bound, withPercentage(0.1));
  }

  @Test
  void whatAlwaysFailedHasNoBound() {
    assertThat(new Proportion(7, 7).upperBound(0.95)).isEqualTo(1);
  }

  @Test
  void nothingHappensMoreOftenThanItCould() {
    assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
