package org.pagetck.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  private static Stream<Class<?>> policies() {
    return Arrays.stream(Policy.class.getPermittedSubclasses());
  }

  private static List<Policy> values(Class<?> policy) {
    return Arrays.stream(policy.getEnumConstants()).map(Policy.class::cast).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "parent-flags, from-leaf fixed permissive explicit",
    "update-parents, widen leave",
    "absent-page, refused ok",
    "cause, contract any",
    "give-back, after-flush immediate",
    "allocation, exact reserved",
    "flush-all, global non-global",
    "occupied-slot, refused identical-accepted replaced",
    "non-present, reserved refused forced",
    "allocation-failure, tables-kept tables-kept-widened rolled-back",
    "table-retention, retained freed-when-empty",
    "huge-over-empty-table, refused replaced",
    "huge-part, refused split whole",
    "accessed-dirty, replaced preserved",
    "clean-up-range, contained touched",
    "new-mapping-flush, none page",
    "effects, stores diff none",
    "arguments, checked unchecked",
    "virtual-range, all lower upper"
  })
  void each_policy_is_spelled_as_declarations_have_it(String key, String texts) {
    assertThat(policies())
        .filteredOn(policy -> values(policy).getFirst().key().equals(key))
        .singleElement()
        .satisfies(policy ->
            assertThat(values(policy)).extracting(Policy::text).containsExactly(texts.split(" ")));
  }

  @Test
  void all_values_of_a_policy_share_a_key_that_is_a_setting() {
    assertThat(policies())
        .hasSize(19)
        .allSatisfy(policy ->
            assertThat(values(policy))
                .extracting(Policy::key)
                .containsOnly(values(policy).getFirst().key())
                .isSubsetOf(Setting.all().stream().map(Setting::key).toList()));
  }

  @ParameterizedTest
  @CsvSource({
    "all, 0x0000000000000000, 4, true",
    "all, 0x0001000000000000, 4, true",
    "lower, 0x00007fffffffffff, 4, true",
    "lower, 0x0000800000000000, 4, false",
    "lower, 0xffff800000000000, 4, false",
    "lower, 0x0000800000000000, 5, true",
    "upper, 0xffff800000000000, 4, true",
    "upper, 0xffff7fffffffffff, 4, false",
    "upper, 0xffff7fffffffffff, 5, true",
    "upper, 0x0000000000001000, 4, false"
  })
  void a_half_of_the_space_holds_its_canonical_addresses(
      String range, String address, int levels, boolean contained) {
    var value =
        Arrays.stream(VirtualRange.values()).filter(half -> half.text().equals(range)).findFirst();

    assertThat(
            value.orElseThrow().contains(Long.parseUnsignedLong(address.substring(2), 16), levels))
        .isEqualTo(contained);
  }
}
