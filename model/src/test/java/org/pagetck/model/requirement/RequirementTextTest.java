package org.pagetck.model.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementTextTest {
  private static final String TWO =
      """
      MAP-01
      holds: The first
        sentence.
      source: Contract, "map"
      check first: The
        first
        place.

      MAP-02
      holds: The second sentence.
      source: Contract, "map"
      check first: The second place.
      """;
  private static final List<Requirement> OWED = List.of(Requirement.MAP_01, Requirement.MAP_02);

  @Test
  void lines_that_are_indented_continue_the_field_before_them() {
    var texts = RequirementText.parse("two.txt", TWO, OWED);

    assertThat(texts)
        .containsEntry(
            Requirement.MAP_01,
            new RequirementText("The first sentence.", "Contract, \"map\"", "The first place."));
  }

  @Test
  void a_requirement_without_texts_stops_the_catalogue() {
    var owed = List.of(Requirement.MAP_01, Requirement.MAP_02, Requirement.MAP_03);

    assertThatIllegalStateException()
        .isThrownBy(() -> RequirementText.parse("two.txt", TWO, owed))
        .withMessage("two.txt: MAP-03 is owed, not the end");
  }

  @Test
  void texts_without_a_requirement_stop_the_catalogue() {
    assertThatIllegalStateException()
        .isThrownBy(() -> RequirementText.parse("two.txt", TWO, List.of(Requirement.MAP_01)))
        .withMessage("two.txt: not in the catalogue: MAP-02");
  }

  @Test
  void texts_out_of_order_stop_the_catalogue() {
    assertThatIllegalStateException()
        .isThrownBy(() -> RequirementText.parse("two.txt", TWO, OWED.reversed()))
        .withMessage("two.txt: MAP-02 is owed, not MAP-01");
  }

  @Test
  void a_field_that_is_missing_stops_the_catalogue() {
    var text = TWO.replace("source: Contract, \"map\"\n", "");

    assertThatIllegalStateException()
        .isThrownBy(() -> RequirementText.parse("two.txt", text, OWED))
        .withMessage("two.txt: MAP-01 lacks 'source:'");
  }

  @Test
  void a_sentence_without_its_full_stop_stops_the_catalogue() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RequirementText.parse("two.txt", TWO.replace("sentence.", "sentence"), OWED))
        .withMessageContaining("no full stop");
  }

  @Test
  void an_empty_source_stops_the_catalogue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RequirementText("It holds.", " ", "Look there."))
        .withMessage("no source: It holds.");
  }
}
