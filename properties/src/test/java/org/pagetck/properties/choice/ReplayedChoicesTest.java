package org.pagetck.properties.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayedChoicesTest {
  @Test
  void what_was_recorded_is_replayed() {
    var recorded = new RecordedChoices(new RandomChoices(1));
    var first = drawn(recorded);
    var replayed = new ReplayedChoices(recorded.draws());

    assertThat(drawn(replayed)).isEqualTo(first);
    assertThat(replayed.isDry()).isTrue();
  }

  private static List<Object> drawn(Choices choices) {
    var drawn = new ArrayList<>();
    for (var i = 1; i < 300; i++) {
      drawn.add(choices.below(i));
      drawn.add(choices.bits(i % 65));
      drawn.add(choices.oneIn(3));
      drawn.add(choices.pick(List.of("a", "b", "c")));
      drawn.add(choices.weighted(1, 2, 3));
    }
    return drawn;
  }

  @Test
  void a_list_that_has_run_dry_gives_the_simplest_alternative_for_ever() {
    var choices = new ReplayedChoices(5);

    assertThat(choices.below(10)).isEqualTo(5);
    assertThat(choices.below(10)).isZero();
    assertThat(choices.bits(64)).isZero();
    assertThat(choices.oneIn(2)).isFalse();
    assertThat(choices.pick(List.of("simple", "other"))).isEqualTo("simple");
  }

  @Test
  void a_draw_that_is_too_large_is_still_an_answer() {
    var choices = new ReplayedChoices(-1, -1, 12);

    assertThat(choices.below(10)).isEqualTo(5);
    assertThat(choices.bits(3)).isEqualTo(7);
    assertThat(choices.below(10)).isEqualTo(2);
  }
}
