package org.pagetck.model.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pagetck.model.contract.Arguments;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.NamedContract;
import org.pagetck.model.contract.ParentFlags;
import org.pagetck.model.contract.Policy;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.operation.OperationKind;

class DeclarationTest {
  private static final Declaration CRATE =
      declaration("name = crate\ncontract = x86_64-0.15\neffects = diff\nsizes = 4K\n");

  private static Declaration declaration(String lines) {
    return DeclarationText.parseLines(lines).orThrow();
  }

  static List<String> settings() {
    return SettingKeys.all().stream().map(SettingKey::text).toList();
  }

  @Test
  void every_setting_of_a_contract_has_a_key() {
    assertThat(settings())
        .containsExactlyElementsOf(Setting.all().stream().map(Setting::key).toList());
  }

  @ParameterizedTest
  @EnumSource
  void a_named_contract_alone_is_that_contract(NamedContract named) {
    var declaration = Declaration.of(named);

    assertThat(declaration.contract()).isEqualTo(named.contract());
    assertThat(declaration.named()).isEqualTo(named);
    assertThat(declaration.overrides()).hasSize(1).containsEntry("contract", named.text());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void every_value_of_every_named_contract_is_printed_and_read_back(String key) {
    var setting = SettingKeys.byText(key).orElseThrow();
    for (var named : NamedContract.all()) {
      var text = setting.textIn(named.contract());
      for (var other : NamedContract.all()) {
        var set = setting.set(other.contract(), text);
        assertThat(setting.setting().in(set)).isEqualTo(setting.setting().in(named.contract()));
      }
    }
  }

  @Test
  void every_value_of_every_policy_can_be_declared() {
    var read = new ArrayList<String>();
    for (var policy : Policy.class.getPermittedSubclasses()) {
      for (var constant : policy.getEnumConstants()) {
        var value = (Policy) constant;
        var contract = declaration(value.key() + " = " + value.text()).contract();
        assertThat(SettingKeys.byText(value.key()).orElseThrow().setting().in(contract))
            .isEqualTo(value);
        read.add(value.text());
      }
    }
    assertThat(read).hasSizeGreaterThan(40);
  }

  @Test
  void a_setting_in_code_is_one_that_is_declared() {
    var declaration = Declaration.EMPTY.with(Setting.OPERATIONS, Set.of(OperationKind.MAP));

    assertThat(declaration).isEqualTo(declaration("operations = map"));
    assertThat(declaration.says(Setting.OPERATIONS)).isTrue();
    assertThat(declaration.says(Setting.EFFECTS)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> declaration.with(Setting.PHYSICAL_WIDTH, 60));
  }

  @Test
  void an_override_that_says_what_the_contract_says_is_still_an_override() {
    assertThat(declaration("parent-flags = from-leaf").overrides())
        .containsEntry("parent-flags", "from-leaf");
  }

  @Test
  void a_header_wins_key_by_key() {
    var effective = CRATE.withHeader(declaration("parent-flags = fixed\nlevels = 5"));

    assertThat(effective.contract())
        .isEqualTo(
            CRATE
                .contract()
                .with(Setting.PARENT_FLAGS, ParentFlags.FIXED)
                .with(Setting.LEVELS, List.of(5)));
    assertThat(effective.name()).contains("crate");
  }

  @Test
  void a_header_that_names_a_contract_sets_all_keys_but_four() {
    var effective = CRATE.withHeader(declaration("contract = strict")).contract();

    assertThat(Setting.all())
        .filteredOn(
            setting -> !setting.in(effective).equals(setting.in(NamedContract.STRICT.contract())))
        .containsExactlyInAnyOrder(
            Setting.OPERATIONS, Setting.RETURNS_FLAGS, Setting.EFFECTS, Setting.MERGE);
    assertThat(effective.effects()).isEqualTo(Effects.DIFF);
    assertThat(effective.operations()).isEqualTo(CRATE.contract().operations());
    assertThat(effective.arguments()).isEqualTo(Arguments.CHECKED);
  }

  @Test
  void what_a_subject_offers_and_shows_cannot_be_changed_by_a_header() {
    var header =
        declaration("operations = map\neffects = stores\nreturns-flags = none\nmerge = none");

    assertThat(CRATE.withHeader(header)).isEqualTo(CRATE);
  }

  @Test
  void what_a_subject_offers_and_shows_can_be_changed_by_the_user_key_by_key() {
    var given =
        declaration("operations = map\neffects = none\nreturns-flags = none\nmerge = *>REFUSED");

    assertThat(CRATE.withGiven(given).overrides())
        .containsEntry("operations", "map")
        .containsEntry("effects", "none")
        .containsEntry("returns-flags", "none")
        .containsEntry("merge", "*>REFUSED")
        .containsEntry("contract", "x86_64-0.15")
        .containsEntry("sizes", "4K");
  }

  @Test
  void a_contract_named_by_the_user_leaves_what_the_subject_offers_and_shows() {
    var strict = declaration("contract = strict\noperations = map unmap\nreturns-flags = none");
    Contract effective = strict.withGiven(Declaration.of(NamedContract.X86_64_0_15)).contract();

    assertThat(effective.operations()).containsExactly(OperationKind.MAP, OperationKind.UNMAP);
    assertThat(effective.returnsFlags()).isEmpty();
    assertThat(effective.vocabulary()).isEqualTo(NamedContract.STRICT.contract().vocabulary());
    assertThat(effective.cleanUpRange())
        .isEqualTo(NamedContract.X86_64_0_15.contract().cleanUpRange());
  }

  @Test
  void the_user_wins_over_the_header_and_the_header_over_the_subject() {
    var header = declaration("parent-flags = permissive\ncause = any");
    var given = declaration("parent-flags = explicit");
    var effective = CRATE.withHeader(header).withGiven(given);

    assertThat(effective.overrides())
        .containsEntry("parent-flags", "explicit")
        .containsEntry("cause", "any");
  }

  @Test
  void a_subject_that_says_nothing_is_what_the_user_says_it_is() {
    assertThat(Declaration.EMPTY.withGiven(CRATE)).isEqualTo(CRATE);
    assertThat(declaration("effects = diff").withGiven(Declaration.of(NamedContract.X86_64_2019)))
        .isEqualTo(declaration("contract = x86_64-2019\neffects = diff"));
  }

  @Test
  void a_subject_that_says_nothing_offers_the_core_operations_whatever_a_header_says() {
    var effective = Declaration.EMPTY.withHeader(Declaration.of(NamedContract.X86_64_0_15));

    assertThat(effective.contract().operations())
        .isEqualTo(NamedContract.STRICT.contract().operations());
  }

  @Test
  void who_says_nothing_changes_nothing() {
    assertThat(CRATE.withHeader(Declaration.EMPTY).withGiven(Declaration.EMPTY)).isEqualTo(CRATE);
  }

  @Test
  void known_findings_add_up_and_the_last_link_counts() {
    var own = declaration("known 11111111 = #1\nknown 22222222 = #2");
    var given = declaration("known 22222222 = #3 until 2027-01-01\nknown 00000000 = #4");

    assertThat(own.withGiven(given).known())
        .extracting(KnownFinding::toString)
        .containsExactly("00000000 #4", "11111111 #1", "22222222 #3 until 2027-01-01");
  }
}
