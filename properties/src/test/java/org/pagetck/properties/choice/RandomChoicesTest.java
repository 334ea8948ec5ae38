package org.pagetck.properties.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomChoicesTest {
  private static final int DRAWS = 130_000;

  @Test
  void a_seed_gives_the_same_sequence_on_every_machine() {
    var choices = new RandomChoices(0x5eed);

    assertThat(IntStream.range(0, 6).map(_ -> choices.below(1_000)))
        .containsExactly(292, 928, 97, 375, 540, 302);
    assertThat(LongStream.range(0, 2).map(_ -> choices.bits(64)))
        .containsExactly(0x8de6_9b26_899f_9bb5L, 0x7017_9ef1_c765_15f7L);
  }

  @Test
  void neighbouring_seeds_give_sequences_that_have_nothing_in_common() {
    var one = new RandomChoices(1);
    var two = new RandomChoices(2);
    var same = IntStream.range(0, DRAWS).filter(_ -> one.below(100) == two.below(100)).count();

    assertThat(same).isBetween(DRAWS * 9L / 1_000, DRAWS * 11L / 1_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 13, 64, 100})
  void every_number_below_a_bound_comes_alike_often(int bound) {
    var choices = new RandomChoices(7);
    var counts = new long[bound];
    for (var i = 0; i < DRAWS; i++) {
      counts[choices.below(bound)]++;
    }

    // Chi squared: mean bound - 1, deviation the root of twice that.
    var expected = (double) DRAWS / bound;
    var chi =
        LongStream.of(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    assertThat(chi).isLessThan(bound - 1 + 5 * Math.sqrt(2.0 * bound));
  }

  @Test
  void the_largest_bound_is_used_to_its_ends() {
    var choices = new RandomChoices(3);
    var draws =
        IntStream.range(0, DRAWS).map(_ -> choices.below(Integer.MAX_VALUE)).summaryStatistics();

    assertThat(draws.getMin()).isBetween(0, 200_000);
    assertThat(draws.getMax()).isBetween(Integer.MAX_VALUE - 200_000, Integer.MAX_VALUE - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 12, 63, 64})
  void bits_are_as_many_as_asked_for(int count) {
    var choices = new RandomChoices(5);
    var seen = LongStream.range(0, 1_000).map(_ -> choices.bits(count)).reduce(0, (a, b) -> a | b);

    assertThat(seen).isEqualTo(count == 64 ? -1L : (1L << count) - 1);
  }

  @Test
  void weights_are_kept_and_0_never_comes() {
    var choices = new RandomChoices(9);
    var counts = new int[4];
    for (var i = 0; i < DRAWS; i++) {
      counts[choices.weighted(6, 0, 3, 1)]++;
    }

    assertThat(counts[0]).isBetween(77_000, 79_000);
    assertThat(counts[1]).isZero();
    assertThat(counts[2]).isBetween(38_000, 40_000);
    assertThat(counts[3]).isBetween(12_500, 13_500);
  }

  @Test
  void one_in_n_is_true_once_in_n_times() {
    var choices = new RandomChoices(11);

    assertThat(IntStream.range(0, DRAWS).filter(_ -> choices.oneIn(13)).count())
        .isBetween(9_700L, 10_300L);
    assertThat(choices.oneIn(1)).isTrue();
  }

  @Test
  void nothing_can_be_chosen_from_nothing() {
    var choices = new RandomChoices(1);

    assertThatThrownBy(() -> choices.below(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> choices.bits(65)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> choices.pick(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> choices.weighted(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> choices.weighted(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> choices.weighted(Integer.MAX_VALUE, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
