package org.pagetck.properties.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.trace.LineText;
import org.pagetck.properties.choice.RandomChoices;

class PrefixesTest {
  @ParameterizedTest
  @CsvSource({
    "0x201123, 0, 0x7, 0x7",
    "0x201123, 1, 0x7, 0x7123",
    "0x201123, 2, 0x7, 0xe01123",
    "0x201123, 4, 0x100, 0xffff800000201123",
    "0xffff800000201123, 4, 0x0, 0x201123",
    "0x1000000201123, 1, 0x7, 0x1000000007123",
  })
  void an_address_keeps_its_place_in_the_region_that_moves(
      String address, int level, String prefix, String moved) {
    assertThat(Prefixes.moved(parsed(address), parsed(prefix), level, 4)).isEqualTo(parsed(moved));
  }

  private static long parsed(String hex) {
    return Long.parseUnsignedLong(hex.substring(2), 16);
  }

  @Test
  void the_end_of_a_range_to_the_end_of_the_space_is_no_address() {
    var all = List.of(LineText.parse("clean-up 0x1000 0xffffffffffffffff").orThrow());

    assertThat(Prefixes.in(all, 1, 4)).containsExactly(1L);
  }

  @Test
  void targets_are_lower_and_lead_to_0_in_few_steps() {
    var choices = new RandomChoices(1);
    for (var i = 0; i < 1_000; i++) {
      var prefix = choices.bits(48) & -4096;
      var targets = AddressTargets.of(prefix, Prefixes.BYTE, 4, List.of(prefix));

      assertThat(targets).isSorted().allMatch(target -> target < prefix);
      assertThat(prefix == 0 || targets.getFirst() == 0).isTrue();
    }
  }
}
