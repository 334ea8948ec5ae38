package org.pagetck.model.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a trace may start from.
class SetupTest {
  @ParameterizedTest
  @CsvSource({
    "0x0, 0x4000000, false",
    "0x1000, 0x4000000, true",
    "0x1800, 0x4000000, false",
    "0x1000, 0xff000, false",
    "0x1000, 0x100000, true",
    "0x1000, 0x100800, false",
    "0x1000, 0x100000000, true",
    "0x1000, 0x100001000, false",
    "0xfffffffe00000, 0x100000, true",
    "0xffffffff00000, 0x100000, true",
    "0xffffffff01000, 0x100000, false",
    "0x7ffffffffffff000, 0x100000, false",
  })
  void memory_lies_in_whole_frames_above_0_and_below_the_physical_width(
      String start, String bytes, boolean allowed) {
    assertThat(Setup.isMemory(Long.decode(start), Long.decode(bytes))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          sizes     ; 4K 2M        ; true
          merge     ; *>REFUSED    ; true
          url       ; http://a/#b  ; true
          url       ; a #b         ; false
          Sizes     ; 4K           ; false
          sizes     ; 4K  2M       ; false
          sizes     ; ''           ; false
          name      ; é            ; false
          map       ; 4K           ; false
          budget    ; 3            ; false
          memory    ; 64M          ; false
          levels    ; 5            ; true
          levels    ; 4 5          ; false
          """)
  void an_override_is_what_can_stand_in_a_header(String key, String value, boolean allowed) {
    assertThat(Setup.isOverride(key, value)).isEqualTo(allowed);
  }

  @Test
  void what_is_not_allowed_is_no_setup() {
    assertThatThrownBy(() -> Setup.DEFAULT.withMemory(0, Setup.MEMORY_MIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Setup.DEFAULT.with(Setup.LEVELS, "3"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void overrides_keep_their_place_when_they_change() {
    var setup = Setup.DEFAULT.with("contract", "strict").with("sizes", "4K").with("contract", "x");

    assertThat(setup.overrides())
        .containsExactly(Map.entry("contract", "x"), Map.entry("sizes", "4K"));
    assertThat(setup.without("contract").overrides()).containsOnlyKeys("sizes");
  }
}
