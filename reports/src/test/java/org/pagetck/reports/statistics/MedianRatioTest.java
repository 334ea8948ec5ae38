package org.pagetck.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MedianRatioTest {
  private static List<Long> upTo(long count, long factor) {
    return LongStream.rangeClosed(1, count).map(it -> it * factor).boxed().toList();
  }

  @Test
  void theRatioOfSamplesThatDifferByAFactorIsThatFactor() {
    var ratio = MedianRatio.of(upTo(50, 30), upTo(50, 10), 0.95);

    assertThat(ratio.ratio()).isEqualTo(3);
    assertThat(ratio.low()).isBetween(1.0, 3.0);
    assertThat(ratio.high()).isBetween(3.0, 7.0);
  }

  @Test
  void whatWasNotDetectedHasNoUpperEnd() {
    var cut = LongStream.rangeClosed(1, 20).map(it -> it > 12 ? Long.MAX_VALUE : it).boxed();
    var ratio = MedianRatio.of(cut.toList(), upTo(20, 1), 0.95);

    assertThat(ratio.ratio()).isEqualTo(1);
    assertThat(ratio.high()).isInfinite();
  }

  @Test
  void aSampleWithoutDetectionsIsAboveAll() {
    assertThat(MedianRatio.of(upTo(9, 1), List.of(Long.MAX_VALUE), 0.95).ratio()).isZero();
    assertThat(MedianRatio.of(List.of(Long.MAX_VALUE), upTo(9, 1), 0.95).ratio()).isInfinite();
  }
}
