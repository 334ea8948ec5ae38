package org.pagetck.properties.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  void parts_of_one_seed_and_of_its_neighbours_all_differ() {
    var parts =
        LongStream.range(0, 100)
            .flatMap(seed -> LongStream.range(0, 1_000).map(index -> Seeds.mix(seed, index)));

    assertThat(parts.distinct().count()).isEqualTo(100_000);
  }

  @Test
  void order_of_seed_and_index_matters() {
    assertThat(Seeds.mix(1, 2)).isNotEqualTo(Seeds.mix(2, 1));
  }

  @Test
  void a_part_is_the_same_on_every_machine() {
    assertThat(Seeds.mix(0x5eed, 0)).isEqualTo(0x5620_1ef3_0667_e892L);
  }
}
