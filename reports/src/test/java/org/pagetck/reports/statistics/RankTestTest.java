package org.pagetck.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RankTestTest {
  private static List<Long> between(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void theProbabilityIsThatOfTheTables() {
    // All of three below all of three: 2 of the 20 ways to deal out six ranks.
    assertThat(RankTest.probability(between(1, 3), between(4, 6))).isCloseTo(0.1, within(1e-12));
    // The ranks 1, 2, 3 and 8 sum up to 14: 12 of 126 ways go so far down.
    assertThat(RankTest.probability(List.of(1L, 2L, 3L, 8L), List.of(4L, 5L, 6L, 7L, 9L)))
        .isCloseTo(2 * 12 / 126.0, within(1e-12));
  }

  @Test
  void whichSampleComesFirstDoesNotMatter() {
    var one = List.of(5L, 5L, 9L, Long.MAX_VALUE);
    var other = List.of(1L, 5L, 7L, 7L, 8L);

    assertThat(RankTest.probability(one, other))
        .isCloseTo(RankTest.probability(other, one), within(1e-12));
  }

  @Test
  void samplesOfEqualNumbersDoNotDiffer() {
    assertThat(RankTest.probability(List.of(4L, 4L, 4L), List.of(4L, 4L))).isEqualTo(1);
    assertThat(RankTest.probability(Collections.nCopies(200, 4L), List.of(4L, 4L))).isEqualTo(1);
    assertThat(RankTest.probability(List.of(), between(1, 9))).isEqualTo(1);
  }

  @Test
  void theNormalDistributionTakesOverWithoutAStep() {
    var random = new Random(7);
    var one = random.longs(50, 0, 60).boxed().toList();
    var other = random.longs(50, 10, 75).boxed().toList();
    var exact = RankTest.probability(one, other);

    var more = new ArrayList<>(one);
    more.add(30L);
    assertThat(exact).isBetween(1e-6, 0.05);
    assertThat(RankTest.probability(more, other) / exact).isBetween(0.5, 2.0);
  }

  @Test
  void samplesOfOneDistributionSeldomSeemToDiffer() {
    var random = new Random(0x5eed);
    var alarms =
        LongStream.range(0, 400)
            .filter(_ ->
                RankTest.probability(
                        random.longs(15, 0, 1000).boxed().toList(),
                        random.longs(12, 0, 1000).boxed().toList())
                    < 0.05)
            .count();

    assertThat(new Proportion(alarms, 400).interval(0.999).low()).isLessThan(0.05);
  }
}
