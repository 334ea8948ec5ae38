package org.pagetck.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTestTest {
  @ParameterizedTest(name = "{0} of {1} and {2} of {3}")
  @CsvSource({
    "3, 4, 1, 4, 0.485714", // the tea that Fisher's lady tasted
    "1, 12, 9, 12, 0.0027595",
    "0, 10, 0, 20, 1",
    "5, 5, 5, 5, 1",
    "0, 100, 10, 100, 0.00154205",
  })
  void theProbabilityIsThatOfTheTables(
      long times, long of, long otherTimes, long otherOf, double probability) {
    assertThat(RateTest.probability(new Proportion(times, of), new Proportion(otherTimes, otherOf)))
        .isCloseTo(probability, within(1e-4 * probability));
  }

  @Test
  void whichRunComesFirstDoesNotMatter() {
    var one = new Proportion(17, 40_000);
    var other = new Proportion(60, 200_000);

    assertThat(RateTest.probability(one, other))
        .isCloseTo(RateTest.probability(other, one), within(1e-9));
  }

  @Test
  void moreTrialsThanCanBeCountedAreRefused() {
    var many = new Proportion(0, Integer.MAX_VALUE);

    assertThatThrownBy(() -> RateTest.probability(many, many))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
