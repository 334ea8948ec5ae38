package org.pagetck.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianIntervalTest {
  private static List<Long> upTo(long count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  @ParameterizedTest(name = "of {0} numbers from {1} to {2}")
  @CsvSource({
    "6, 1, 6, 0.96875",
    "9, 2, 8, 0.9609375",
    "10, 2, 9, 0.978516",
    "20, 6, 15, 0.958611",
    "50, 18, 33, 0.967161",
    "100, 40, 61, 0.964800",
  })
  void theEndsAreThoseOfTheTables(long count, long low, long high, double coverage) {
    var interval = MedianInterval.of(upTo(count), 0.95);

    assertThat(interval.low()).isEqualTo(low);
    assertThat(interval.high()).isEqualTo(high);
    assertThat(interval.coverage()).isCloseTo(coverage, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "2, 1, 0.5", "3, 2, 0.75", "4, 2, 0.875", "5, 3, 0.9375"})
  void aSampleThatIsTooSmallGivesItsRangeAndSaysWhatThatIsWorth(
      long count, long median, double coverage) {
    assertThat(MedianInterval.of(upTo(count), 0.95))
        .isEqualTo(new MedianInterval(median, 1, count, coverage));
  }

  @Test
  void theOrderOfTheSampleDoesNotMatter() {
    var shuffled = new ArrayList<>(upTo(31));
    Collections.shuffle(shuffled, new Random(3));

    assertThat(MedianInterval.of(shuffled, 0.99)).isEqualTo(MedianInterval.of(upTo(31), 0.99));
  }

  @Test
  void whatWasNeverDetectedIsAnEndLikeAnyOther() {
    var sample = LongStream.rangeClosed(1, 20).map(it -> it > 12 ? Long.MAX_VALUE : it).boxed();

    assertThat(MedianInterval.of(sample.toList(), 0.95))
        .extracting(MedianInterval::median, MedianInterval::low, MedianInterval::high)
        .containsExactly(10L, 6L, Long.MAX_VALUE);
  }

  @Test
  void ofManySamplesAsManyHoldTheTrueMedianAsIsPromised() {
    var random = new Random(0x5eed);
    var trueMedian = (long) (1_000 * Math.log(2));
    var holding =
        LongStream.range(0, 4_000)
            .mapToObj(_ -> random.doubles(20).mapToObj(it -> (long) (-1_000 * Math.log(it))))
            .map(sample -> MedianInterval.of(sample.toList(), 0.95))
            .filter(it -> it.low() <= trueMedian && trueMedian <= it.high())
            .count();

    assertThat(new Proportion(holding, 4_000).interval(0.999).high()).isGreaterThan(0.9586);
    assertThat(holding / 4_000.0).isCloseTo(0.9586, within(0.015));
  }

  @Test
  void nothingHasNoMedian() {
    assertThatThrownBy(() -> MedianInterval.of(List.of(), 0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
