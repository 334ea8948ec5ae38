package org.pagetck.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.OperationKind;

class ContractTest {
  private static final Contract STRICT = NamedContract.STRICT.contract();

  @Test
  void every_component_is_one_setting_whose_key_is_its_name_in_kebab_case() {
    var keys =
        Arrays.stream(Contract.class.getRecordComponents())
            .map(RecordComponent::getName)
            .map(name -> name.equals("vocabulary") ? "merge" : name)
            .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));

    assertThat(Setting.all()).extracting(Setting::key).containsExactlyElementsOf(keys.toList());
  }

  @Test
  void a_changed_setting_is_the_only_one_that_changes() {
    var changed = STRICT.with(Setting.PARENT_FLAGS, ParentFlags.EXPLICIT);

    assertThat(changed.parentFlags()).isEqualTo(ParentFlags.EXPLICIT);
    assertThat(Setting.all())
        .filteredOn(setting -> !setting.in(changed).equals(setting.in(STRICT)))
        .containsExactly(Setting.PARENT_FLAGS);
  }

  @Test
  void changing_a_setting_back_gives_an_equal_contract() {
    var there = STRICT.with(Setting.LEVELS, List.of(5, 4)).with(Setting.TEARDOWN, true);
    var back = there.with(Setting.LEVELS, List.of(4)).with(Setting.TEARDOWN, false);

    assertThat(there).isNotEqualTo(STRICT);
    assertThat(there.levels()).containsExactly(4, 5);
    assertThat(back).isEqualTo(STRICT).hasSameHashCodeAs(STRICT);
  }

  @Test
  void a_value_outside_its_bounds_makes_no_contract() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.with(Setting.LEVELS, List.of(3)))
        .withMessage("levels cannot be [3]");
    assertThatIllegalArgumentException().isThrownBy(() -> STRICT.with(Setting.LEVELS, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.with(Setting.PHYSICAL_WIDTH, 53))
        .withMessage("physical-width cannot be 53");
    assertThatIllegalArgumentException().isThrownBy(() -> STRICT.with(Setting.PHYSICAL_WIDTH, 31));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.with(Setting.SIZES, Set.<PageSize>of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.with(Setting.OPERATIONS, Set.<OperationKind>of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.with(Setting.RETURNS_FLAGS, Set.of(OperationKind.MAP)))
        .withMessage("returns-flags cannot be [MAP]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.with(Setting.RECURSIVE_SLOT, OptionalInt.of(512)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.with(Setting.LINK_ADDS, EntryFlags.NONE.with(EntryFlags.GLOBAL)))
        .withMessage("link-adds cannot be GLOBAL");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> STRICT.with(Setting.ADDS_FLAGS, EntryFlags.NONE.with(EntryFlags.WRITABLE)))
        .withMessage("adds-flags cannot be WRITABLE");
  }

  @Test
  void answers_of_clear_carry_flags_whatever_is_declared() {
    var silent = STRICT.with(Setting.RETURNS_FLAGS, Set.<OperationKind>of());

    assertThat(OperationKind.all())
        .filteredOn(silent::answersFlags)
        .containsExactly(OperationKind.CLEAR);
    assertThat(OperationKind.all())
        .filteredOn(STRICT::answersFlags)
        .containsExactly(
            OperationKind.UNMAP,
            OperationKind.TRANSLATE_PAGE,
            OperationKind.TRANSLATE,
            OperationKind.CLEAR);
  }

  @Test
  void sizes_and_operations_that_are_not_declared_are_not_offered() {
    var small = STRICT.with(Setting.SIZES, Set.of(PageSize.SIZE_4K));

    assertThat(PageSize.all()).filteredOn(small::offers).containsExactly(PageSize.SIZE_4K);
    assertThat(small.offers(OperationKind.TRANSLATE)).isTrue();
    assertThat(small.offers(OperationKind.CLEAN_UP)).isFalse();
  }

  @Test
  void the_contract_has_a_version_that_verdicts_can_name() {
    assertThat(Contract.version()).matches("[0-9]+\\.[0-9]+");
  }
}
