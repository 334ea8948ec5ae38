package org.pagetck.model.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequirementTest {
  private static final List<String> CONTRACT_SECTIONS =
      List.of(
          "Words",
          "Operations",
          "map",
          "unmap",
          "updateFlags",
          "translatePage, translate",
          "clear",
          "setTableFlags",
          "cleanUp",
          "Policies",
          "What always holds",
          "Hosts");

  private static final Pattern SOURCE =
      Pattern.compile(
          "Contract, \"(?<section>[^\"]+)\"(, [a-z -]+)?"
              + "|Intel SDM vol\\. [13], \"[A-Z0-9][^\"]+\""
              + "|x86_64 crate, [A-Z][A-Za-z]+::[a-z_0-9]+");

  @Test
  void the_catalogue_holds_each_id_that_was_ever_given_and_no_other() {
    var ids =
        Stream.of(
                "MAP 1 2 3 4 5",
                "UNM 1 2 3",
                "UPD 1 2 3",
                "TRN 1 2 3 4",
                "CLR 1",
                "TFL 1",
                "CLN 1",
                "RNG 1",
                "SPL 1",
                "FRM 1 2 3 4 5",
                "STR 1 2 3 4 5 6 7 10",
                "ALC 1 2 3 5",
                "FAL 1 2 3 4 5 6",
                "PRM 1 2 3 4 6",
                "ORD 1 2 3 4 5 6 7",
                "TLB 1 2 3 4 5 8",
                "ALG 1 2 3 4 5 6 7 8 9",
                "LOG 1",
                "ROB 1 2 3 4 5 6 7",
                "CON 2 3")
            .flatMap(row ->
                Stream.of(row.substring(4).split(" "))
                    .map(number ->
                        "%s-%02d".formatted(row.substring(0, 3), Integer.parseInt(number))))
            .toList();

    assertThat(Requirement.all().stream().map(Requirement::id)).containsExactlyElementsOf(ids);
  }

  @ParameterizedTest
  @EnumSource
  void every_requirement_is_found_by_its_id(Requirement requirement) {
    assertThat(Requirement.byId(requirement.id())).contains(requirement);
    assertThat(requirement.id()).matches("[A-Z]{3}-\\d\\d").isEqualTo(requirement.toString());
  }

  @Test
  void an_id_that_is_not_in_the_catalogue_finds_nothing() {
    assertThat(Requirement.byId("MAP-99")).isEmpty();
    assertThat(Requirement.byId("MAP_01")).isEmpty();
    assertThat(Requirement.byId("")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_requirement_is_one_sentence_that_says_something(Requirement requirement) {
    assertThat(requirement.sentence())
        .hasSizeBetween(40, 300)
        .endsWith(".")
        .doesNotContain("  ")
        .doesNotContain(". ")
        .matches("\\p{Lu}.*|[a-z]+[A-Z ].*");
  }

  @ParameterizedTest
  @EnumSource
  void every_requirement_says_where_to_look_first(Requirement requirement) {
    assertThat(requirement.checkFirst())
        .hasSizeBetween(40, 300)
        .endsWith(".")
        .doesNotContain("  ")
        .isNotEqualTo(requirement.sentence());
    assertThat(requirement.checkFirst().split("\\. ")).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void every_source_is_a_section_of_the_contract_a_chapter_or_an_item_of_the_crate(
      Requirement requirement) {
    assertThat(requirement.source().split("; "))
        .isNotEmpty()
        .allSatisfy(source -> {
          var matcher = SOURCE.matcher(source);
          assertThat(matcher.matches()).as(source).isTrue();
          if (source.startsWith("Contract")) {
            assertThat(CONTRACT_SECTIONS).contains(matcher.group("section"));
          }
        });
  }

  @Test
  void no_two_requirements_share_a_sentence_or_an_advice() {
    assertThat(Requirement.all()).extracting(Requirement::sentence).doesNotHaveDuplicates();
    assertThat(Requirement.all()).extracting(Requirement::checkFirst).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void every_requirement_has_a_judge_and_a_threshold(Requirement requirement) {
    assertThat(requirement.judges()).isNotEmpty();
    assertThat(requirement.enoughInDefaultCheck()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(names = {"MAP_01", "UNM_01", "UPD_01", "TRN_01"})
  void the_four_basic_answers_are_owed_ten_thousand_exercises(Requirement requirement) {
    assertThat(requirement.enoughInDefaultCheck()).isEqualTo(10_000);
  }

  @Test
  void what_every_mapper_owes_in_the_core_groups_needs_a_thousand_exercises() {
    var core =
        Stream.of(
                RequirementGroup.ANSWERS,
                RequirementGroup.FRAME_CONDITIONS,
                RequirementGroup.STRUCTURE,
                RequirementGroup.ACCOUNTS,
                RequirementGroup.ROBUSTNESS)
            .flatMap(group -> group.requirements().stream())
            .filter(requirement -> requirement.strength() == Strength.MUST);

    assertThat(core)
        .allSatisfy(requirement ->
            assertThat(requirement.enoughInDefaultCheck()).isGreaterThanOrEqualTo(1_000));
  }

  @ParameterizedTest
  @EnumSource(
      value = RequirementGroup.class,
      names = {"RIGHTS", "ORDER", "FLUSH"})
  void what_the_hardware_sees_needs_ten_thousand_exercises(RequirementGroup group) {
    assertThat(group.requirements())
        .extracting(Requirement::enoughInDefaultCheck)
        .containsOnly(10_000);
  }

  @ParameterizedTest
  @EnumSource
  void a_groups_requirements_stand_together(RequirementGroup group) {
    var requirements = group.requirements();

    assertThat(requirements).isNotEmpty();
    assertThat(requirements.getLast().ordinal() - requirements.getFirst().ordinal())
        .isEqualTo(requirements.size() - 1);
    assertThat(group.title()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "MAP_01, FRM_01", "FRM_02, STR_01", "STR_10, ALC_02", "FAL_01, PRM_02", "PRM_01, ORD_02",
    "ORD_03, TLB_01", "TLB_01, ALG_01", "ROB_02, MAP_03", "ROB_06, MAP_01", "FAL_03, MAP_01",
    "ROB_06, STR_10", "FAL_03, FRM_01", "MAP_01, MAP_03", "FRM_01, FAL_01"
  })
  void of_two_requirements_violated_by_one_step_the_first_is_the_primary_one(
      Requirement primary, Requirement also) {
    assertThat(Stream.of(also, primary).min(Requirement.primaryFirst())).contains(primary);
  }

  @Test
  void the_order_of_blame_is_total() {
    var shuffled = Requirement.all().reversed().stream().sorted(Requirement.primaryFirst());

    assertThat(shuffled)
        .containsExactlyElementsOf(
            Requirement.all().stream().sorted(Requirement.primaryFirst()).toList());
    assertThat(Requirement.all())
        .allSatisfy(left ->
            assertThat(Requirement.all())
                .filteredOn(right -> Requirement.primaryFirst().compare(left, right) == 0)
                .containsExactly(left));
  }

  @Test
  void only_a_should_is_not_binding() {
    assertThat(Strength.values())
        .filteredOn(strength -> !strength.isBinding())
        .containsExactly(Strength.SHOULD);
  }

  @Test
  void the_texts_do_not_speak_of_places_on_one_machine_or_in_the_network() {
    assertThat(Requirement.all())
        .allSatisfy(requirement ->
            assertThat(
                    (requirement.sentence() + requirement.source() + requirement.checkFirst())
                        .toLowerCase(Locale.ROOT))
                .doesNotContain("http", "www", "/home", "/tmp", "|", "<"));
  }
}
