package org.pagetck.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RootIndicesTest {
  private static RootIndices indices(String text) {
    return new RootIndices(
        Stream.of(text.split(" ")).map(run -> RootIndices.runByText(run).orElseThrow()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "256-511, 256-511",
    "7, 7",
    "7-7, 7",
    "8-9 1-3 4, 1-4 8-9",
    "0-511 5, 0-511",
    "3 1, 1 3"
  })
  void runs_are_merged_and_put_in_order(String text, String owed) {
    assertThat(indices(text)).hasToString(owed).isEqualTo(indices(owed));
  }

  @Test
  void a_set_holds_both_ends_of_its_runs_and_nothing_beside() {
    var shared = indices("0 3-5 511");

    assertThat(IntStream.range(0, 512).filter(shared::contains)).containsExactly(0, 3, 4, 5, 511);
    assertThat(shared.isEmpty()).isFalse();
  }

  @Test
  void the_empty_set_holds_nothing() {
    assertThat(IntStream.range(0, 512).anyMatch(RootIndices.NONE::contains)).isFalse();
    assertThat(RootIndices.NONE.isEmpty()).isTrue();
    assertThat(RootIndices.NONE).hasToString("none").isEqualTo(new RootIndices(List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "512", "5-4", "1-512", "-1", "1-", "1-2-3", "a", "٣", "1000", "+1"})
  void what_is_no_run_is_not_read(String text) {
    assertThat(RootIndices.runByText(text)).isEmpty();
  }

  @Test
  void a_run_outside_the_table_does_not_exist() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RootIndices.Run(5, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new RootIndices.Run(-1, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RootIndices.Run(0, 512))
        .withMessage("no run of indices: 0-512");
  }
}
