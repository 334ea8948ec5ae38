package org.pagetck.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.model.operation.OperationKind.MAP;
import static org.pagetck.model.operation.OperationKind.MAP_WITH_TABLE_FLAGS;
import static org.pagetck.model.operation.OperationKind.TRANSLATE;
import static org.pagetck.model.operation.OperationKind.TRANSLATE_PAGE;
import static org.pagetck.model.operation.OperationKind.UNMAP;
import static org.pagetck.model.operation.OperationKind.UPDATE_FLAGS;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Refusal;

class NamedContractTest {
  private static final Contract STRICT = NamedContract.STRICT.contract();
  private static final Contract OLD = NamedContract.X86_64_2019.contract();
  private static final Contract NEW = NamedContract.X86_64_0_15.contract();

  @ParameterizedTest
  @CsvSource({"strict, STRICT", "x86_64-2019, X86_64_2019", "x86_64-0.15, X86_64_0_15"})
  void each_is_found_by_its_name(String text, NamedContract named) {
    assertThat(NamedContract.byText(text)).contains(named);
    assertThat(named.text()).isEqualTo(text);
    assertThat(NamedContract.byText(text.toUpperCase(Locale.ROOT))).isEmpty();
  }

  @Test
  void strict_takes_the_first_value_of_every_policy() {
    assertThat(Setting.all())
        .extracting(setting -> setting.in(STRICT))
        .filteredOn(Policy.class::isInstance)
        .hasSize(19)
        .allSatisfy(value -> assertThat(((Enum<?>) value).ordinal()).isZero());
  }

  @Test
  void strict_offers_the_five_core_operations_and_tells_every_reason_apart() {
    assertThat(STRICT.operations())
        .containsExactly(MAP, UNMAP, UPDATE_FLAGS, TRANSLATE_PAGE, TRANSLATE);
    assertThat(STRICT.vocabulary()).isEqualTo(Vocabulary.FULL);
    assertThat(STRICT.levels()).containsExactly(4);
    assertThat(STRICT.physicalWidth()).isEqualTo(52);
    assertThat(STRICT.noExecute()).isTrue();
    assertThat(STRICT.restorable()).isTrue();
    assertThat(STRICT.flags().bits()).isEqualTo(EntryFlags.ALL);
    assertThat(STRICT.planted()).isEqualTo(Planted.all());
  }

  @Test
  void the_contract_of_2019_differs_from_strict_in_six_settings() {
    assertThat(Setting.all())
        .filteredOn(setting -> !setting.in(OLD).equals(setting.in(STRICT)))
        .containsExactlyInAnyOrder(
            Setting.FLAGS,
            Setting.RETURNS_FLAGS,
            Setting.PARENT_FLAGS,
            Setting.NEW_MAPPING_FLUSH,
            Setting.MERGE,
            Setting.ARGUMENTS);
    assertThat(OLD.parentFlags()).isEqualTo(ParentFlags.FIXED);
    assertThat(OLD.returnsFlags()).isEmpty();
    assertThat(OLD.newMappingFlush()).isEqualTo(NewMappingFlush.PAGE);
    assertThat(OLD.arguments()).isEqualTo(Arguments.UNCHECKED);
  }

  @Test
  void the_contract_of_version_0_15_differs_from_strict_in_eight_settings() {
    assertThat(Setting.all())
        .filteredOn(setting -> !setting.in(NEW).equals(setting.in(STRICT)))
        .containsExactlyInAnyOrder(
            Setting.OPERATIONS,
            Setting.FLAGS,
            Setting.RETURNS_FLAGS,
            Setting.ALLOCATION_FAILURE,
            Setting.CLEAN_UP_RANGE,
            Setting.NEW_MAPPING_FLUSH,
            Setting.MERGE,
            Setting.ARGUMENTS);
    assertThat(NEW.operations()).containsExactlyElementsOf(OperationKind.all());
    assertThat(NEW.offers(MAP_WITH_TABLE_FLAGS)).isTrue();
    assertThat(NEW.returnsFlags()).containsExactly(TRANSLATE);
    assertThat(NEW.allocationFailure()).isEqualTo(AllocationFailure.TABLES_KEPT_WIDENED);
    assertThat(NEW.cleanUpRange()).isEqualTo(CleanUpRange.TOUCHED);
    assertThat(NEW.newMappingFlush()).isEqualTo(NewMappingFlush.PAGE);
    assertThat(NEW.arguments()).isEqualTo(Arguments.UNCHECKED);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STRICT")
  void the_crate_says_parent_huge_page_for_three_reasons(NamedContract named) {
    var vocabulary = named.contract().vocabulary();

    assertThat(Refusal.all())
        .filteredOn(reason -> vocabulary.normalise(MAP, reason) == Refusal.PARENT_HUGE_PAGE)
        .containsExactlyInAnyOrder(
            Refusal.PARENT_HUGE_PAGE, Refusal.PARENT_RESERVED, Refusal.TABLE_ENTRY);
    assertThat(vocabulary.normalise(UNMAP, Refusal.NOT_MAPPED)).isEqualTo(Refusal.NOT_MAPPED);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STRICT")
  void the_crate_is_never_passed_pat_but_may_find_it_planted(NamedContract named) {
    var contract = named.contract();

    assertThat(contract.flags().has(EntryFlags.PAT)).isFalse();
    assertThat(contract.flags().has(EntryFlags.HUGE_PAGE)).isTrue();
    assertThat(contract.flags().has(EntryFlags.USER)).isTrue();
    assertThat(contract.planted()).contains(Planted.PAT);
  }

  @ParameterizedTest
  @EnumSource
  void no_contract_speaks_of_what_can_be_seen_of_one_adapter(NamedContract named) {
    assertThat(named.contract().effects()).isEqualTo(Effects.STORES);
    assertThat(named.contract().sizes()).hasSize(3);
  }
}
