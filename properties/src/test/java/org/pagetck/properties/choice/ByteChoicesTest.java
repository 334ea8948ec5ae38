package org.pagetck.properties.choice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteChoicesTest {
  @Test
  void a_choice_takes_as_few_bytes_as_can_express_it() {
    var choices = new ByteChoices(new byte[] {7, 1, 2, 3, 4, 5, 6});

    assertThat(choices.below(1)).isZero();
    assertThat(choices.below(256)).isEqualTo(7);
    assertThat(choices.below(257)).isEqualTo(0x0201 % 257);
    assertThat(choices.bits(20)).isEqualTo(0x50403);
    assertThat(choices.bits(0)).isZero();
    assertThat(choices.below(5)).isEqualTo(1);
    assertThat(choices.isDry()).isTrue();
  }

  @Test
  void after_the_last_byte_comes_0() {
    var choices = new ByteChoices(new byte[] {(byte) 0xff});

    assertThat(choices.bits(64)).isEqualTo(0xff);
    assertThat(choices.below(Integer.MAX_VALUE)).isZero();
  }
}
