package org.pagetck.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.pagetck.model.operation.OperationKind.MAP;
import static org.pagetck.model.operation.OperationKind.UNMAP;
import static org.pagetck.model.operation.Refusal.ALREADY_MAPPED;
import static org.pagetck.model.operation.Refusal.INVALID_FLAGS;
import static org.pagetck.model.operation.Refusal.MISALIGNED;
import static org.pagetck.model.operation.Refusal.NOT_MAPPED;
import static org.pagetck.model.operation.Refusal.NO_FRAME;
import static org.pagetck.model.operation.Refusal.PARENT_HUGE_PAGE;
import static org.pagetck.model.operation.Refusal.PARENT_RESERVED;
import static org.pagetck.model.operation.Refusal.REFUSED;
import static org.pagetck.model.operation.Refusal.TABLE_ENTRY;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Refusal;

class VocabularyTest {
  private static Optional<Vocabulary> vocabulary(String text) {
    return Vocabulary.tryOf(
        Stream.of(text.split(" ")).map(rule -> Merge.byText(rule).orElseThrow()).toList());
  }

  @ParameterizedTest
  @EnumSource
  void the_full_vocabulary_tells_every_reason_apart(Refusal reason) {
    assertThat(OperationKind.all())
        .allSatisfy(operation ->
            assertThat(Vocabulary.FULL.normalise(operation, reason)).isEqualTo(reason));
  }

  @Test
  void a_rule_covers_its_reason_in_every_operation() {
    var vocabulary = vocabulary("TABLE_ENTRY>PARENT_HUGE_PAGE").orElseThrow();

    assertThat(vocabulary.normalise(UNMAP, TABLE_ENTRY)).isEqualTo(PARENT_HUGE_PAGE);
    assertThat(vocabulary.normalise(MAP, TABLE_ENTRY)).isEqualTo(PARENT_HUGE_PAGE);
    assertThat(vocabulary.normalise(UNMAP, NOT_MAPPED)).isEqualTo(NOT_MAPPED);
  }

  @Test
  void a_rule_for_one_operation_leaves_the_others_alone() {
    var vocabulary = vocabulary("unmap:TABLE_ENTRY>NOT_MAPPED").orElseThrow();

    assertThat(vocabulary.normalise(UNMAP, TABLE_ENTRY)).isEqualTo(NOT_MAPPED);
    assertThat(vocabulary.normalise(MAP, TABLE_ENTRY)).isEqualTo(TABLE_ENTRY);
  }

  @Test
  void of_several_rules_the_narrowest_counts() {
    var vocabulary =
        vocabulary(
                "*>ALREADY_MAPPED unmap:*>NOT_MAPPED TABLE_ENTRY>NO_FRAME"
                    + " unmap:TABLE_ENTRY>MISALIGNED NO_FRAME>NO_FRAME MISALIGNED>MISALIGNED"
                    + " ALREADY_MAPPED>ALREADY_MAPPED NOT_MAPPED>NOT_MAPPED")
            .orElseThrow();

    assertThat(vocabulary.normalise(UNMAP, TABLE_ENTRY)).isEqualTo(MISALIGNED);
    assertThat(vocabulary.normalise(MAP, TABLE_ENTRY)).isEqualTo(NO_FRAME);
    assertThat(vocabulary.normalise(UNMAP, INVALID_FLAGS)).isEqualTo(NOT_MAPPED);
    assertThat(vocabulary.normalise(MAP, INVALID_FLAGS)).isEqualTo(ALREADY_MAPPED);
  }

  @Test
  void rules_are_followed_to_the_end() {
    var vocabulary =
        vocabulary("PARENT_RESERVED>TABLE_ENTRY TABLE_ENTRY>PARENT_HUGE_PAGE").orElseThrow();

    assertThat(vocabulary.normalise(MAP, PARENT_RESERVED)).isEqualTo(PARENT_HUGE_PAGE);
  }

  @ParameterizedTest
  @EnumSource
  void a_mapper_that_gives_no_reasons_is_only_held_to_refuse(Refusal reason) {
    var vocabulary = vocabulary("*>REFUSED").orElseThrow();

    assertThat(vocabulary.normalise(UNMAP, reason)).isEqualTo(REFUSED);
  }

  @Test
  void a_reason_reported_as_itself_is_excepted_from_a_wider_rule() {
    var vocabulary = vocabulary("*>REFUSED NO_FRAME>NO_FRAME").orElseThrow();

    assertThat(vocabulary.normalise(MAP, NO_FRAME)).isEqualTo(NO_FRAME);
    assertThat(vocabulary.normalise(MAP, ALREADY_MAPPED)).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TABLE_ENTRY>NOT_MAPPED",
        "unmap:TABLE_ENTRY>NOT_MAPPED NOT_MAPPED>NO_FRAME",
        "*>REFUSED NO_FRAME>NO_FRAME unmap:*>NOT_MAPPED NOT_MAPPED>NOT_MAPPED"
      })
  void normalising_twice_says_the_same_as_once(String text) {
    var vocabulary = vocabulary(text).orElseThrow();

    assertThat(OperationKind.all())
        .allSatisfy(operation ->
            assertThat(Refusal.all())
                .allSatisfy(reason -> {
                  var once = vocabulary.normalise(operation, reason);
                  assertThat(vocabulary.normalise(operation, once)).isEqualTo(once);
                }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TABLE_ENTRY>NOT_MAPPED NOT_MAPPED>TABLE_ENTRY",
        "unmap:NO_FRAME>NOT_MAPPED unmap:*>NO_FRAME",
        "TABLE_ENTRY>NOT_MAPPED TABLE_ENTRY>NO_FRAME",
        "*>REFUSED *>NOT_MAPPED"
      })
  void rules_that_contradict_one_another_make_no_vocabulary(String text) {
    assertThat(vocabulary(text)).isEmpty();
  }

  @Test
  void contradicting_rules_in_code_are_an_error_at_once() {
    var rule = Merge.of(TABLE_ENTRY, NOT_MAPPED);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vocabulary.of(rule, Merge.of(NOT_MAPPED, TABLE_ENTRY)))
        .withMessageStartingWith("no vocabulary");
  }

  @Test
  void the_order_of_the_rules_and_repetition_make_no_difference() {
    var one = vocabulary("TABLE_ENTRY>NOT_MAPPED unmap:NO_FRAME>REFUSED").orElseThrow();
    var two =
        vocabulary("unmap:NO_FRAME>REFUSED TABLE_ENTRY>NOT_MAPPED unmap:NO_FRAME>REFUSED")
            .orElseThrow();

    assertThat(one).isEqualTo(two).hasSameHashCodeAs(two).hasToString(two.toString());
    assertThat(one).isNotEqualTo(Vocabulary.FULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TABLE_ENTRY>NOT_MAPPED",
        "*>REFUSED",
        "unmap:NO_FRAME>REFUSED",
        "map-with-table-flags:*>NO_FRAME"
      })
  void a_rule_is_printed_as_it_is_read(String text) {
    assertThat(Merge.byText(text)).get().hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ">",
        "A>B",
        "TABLE_ENTRY",
        "TABLE_ENTRY>",
        ">NOT_MAPPED",
        "TABLE_ENTRY>*",
        "unmapp:TABLE_ENTRY>NOT_MAPPED",
        ":TABLE_ENTRY>NOT_MAPPED",
        "TABLE_ENTRY>unmap:NOT_MAPPED",
        "table_entry>NOT_MAPPED",
        "TABLE_ENTRY>NOT_MAPPED>NO_FRAME"
      })
  void what_is_no_rule_is_not_read(String text) {
    assertThat(Merge.byText(text)).isEmpty();
  }

  @Test
  void a_rule_covers_one_or_all_and_nothing_in_between() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Merge(EnumSet.of(MAP, UNMAP), Set.of(TABLE_ENTRY), NOT_MAPPED))
        .withMessageStartingWith("neither one nor all");
    assertThat(Merge.ofAll(REFUSED).on(MAP)).hasToString("map:*>REFUSED");
    assertThat(Vocabulary.of(Merge.ofAll(REFUSED)).merges())
        .isEqualTo(List.of(Merge.ofAll(REFUSED)));
  }
}
