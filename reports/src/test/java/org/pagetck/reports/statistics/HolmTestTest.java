package org.pagetck.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HolmTestTest {
  @Test
  void theRarestIsHeldAgainstAllTestsTheNextAgainstOneLess() {
    assertThat(HolmTest.of(List.of(0.02, 0.01, 0.04, 0.9), 0.95))
        .containsExactly(false, true, false, false);
    assertThat(HolmTest.of(List.of(0.016, 0.01, 0.03, 0.04), 0.95))
        .containsExactly(true, true, false, false);
    assertThat(HolmTest.of(List.of(0.04), 0.95)).containsExactly(true);
    assertThat(HolmTest.of(List.of(), 0.95)).isEmpty();
  }

  @Test
  void whereNothingIsWrongHardlyAnythingIsRejected() {
    var random = new Random(0x5eed);
    var alarms =
        IntStream.range(0, 4_000)
            .filter(_ -> HolmTest.of(random.doubles(20).boxed().toList(), 0.95).contains(true))
            .count();

    assertThat(new Proportion(alarms, 4_000).interval(0.999).low()).isLessThan(0.05);
  }
}
