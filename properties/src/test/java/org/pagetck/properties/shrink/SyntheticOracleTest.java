package org.pagetck.properties.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pagetck.model.trace.Trace;
import org.pagetck.properties.choice.RandomChoices;

class SyntheticOracleTest {
  private static final int SEEDS = 3;

  /// Somewhat more than it takes to try all pairs of 200 lines.
  private static final int RUNS_MAX = 30_000;

  static Stream<SyntheticOracle> oracles() {
    return SyntheticOracle.all();
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void theKnownMinimumIsFoundAmongAThousandOperationsAndCertifiedInOneFormWithinFewRuns(
      SyntheticOracle oracle) {
    var forms =
        LongStream.range(0, SEEDS)
            .mapToObj(seed -> shrunk(oracle, oracle.trace(new RandomChoices(seed))))
            .toList();

    assertThat(forms).allMatch(Shrunk::certified);
    assertThat(forms)
        .extracting(form -> form.trace().lines().size())
        .containsOnly(oracle.minimum());
    assertThat(forms.stream().map(Shrunk::trace).distinct()).hasSize(1);
  }

  private static Shrunk shrunk(SyntheticOracle oracle, Trace trace) {
    assertThat(trace.lines()).hasSize(1_000);
    var budget = new ShrinkBudget(RUNS_MAX, Duration.ofMinutes(2), 0);
    return new Shrinker(oracle.oracle(), budget).shrink(trace).orElseThrow();
  }
}
