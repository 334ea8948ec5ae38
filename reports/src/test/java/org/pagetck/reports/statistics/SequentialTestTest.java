package org.pagetck.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.reports.statistics.SequentialTest.Verdict;

class SequentialTestTest {
  private static final SequentialTest TEST = new SequentialTest(0.01, 10, 0.05);

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({
    "0, 0, OPEN",
    "0, 300, OPEN",
    "0, 400, RARE",
    "1, 50, OPEN",
    "2, 100, ENOUGH",
    "100, 10000, ENOUGH",
    "10, 10000, RARE",
  })
  void manyAreEnoughNoneOfManyAreRareAndFewTrialsSayNothing(long times, long of, Verdict owed) {
    assertThat(TEST.verdict(times, of)).isEqualTo(owed);
  }

  /// Looks after each trial and returns the first verdict.
  private static Verdict firstVerdict(double rate, Random random) {
    var times = 0L;
    for (var of = 1L; ; of++) {
      times += random.nextDouble() < rate ? 1 : 0;
      var verdict = TEST.verdict(times, of);
      if (verdict != Verdict.OPEN) {
        return verdict;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0.01, RARE", "0.02, RARE", "0.001, ENOUGH", "0.0005, ENOUGH"})
  void howeverOftenOneLooksAWrongVerdictIsNoLikelierThanTheError(double rate, Verdict wrong) {
    var random = new Random(0x5eed);
    var errors =
        LongStream.range(0, 2_000).filter(_ -> firstVerdict(rate, random) == wrong).count();

    assertThat(new Proportion(errors, 2_000).interval(0.999).low()).isLessThan(0.055);
  }

  @Test
  void aTestWithoutErrorOrFactorIsNone() {
    assertThatThrownBy(() -> new SequentialTest(0.01, 10, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SequentialTest(0.01, 1, 0.05))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
