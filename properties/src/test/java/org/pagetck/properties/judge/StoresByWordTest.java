package org.pagetck.properties.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The stores of a step are found by word as reading all of them finds them.
final class StoresByWordTest {
  private static final int WORD_COUNT = 40;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 17, 64, 513})
  void eachStoreIsFoundFromBothSides(int count) {
    var random = new SplittableRandom(count);
    var addresses = random.longs(count + 3L, 0, WORD_COUNT).map(word -> word * 8).toArray();
    var stores = new StoresByWord();
    for (var earlier : new int[] {count / 2, count}) {
      stores.reset(addresses, earlier);
      for (var word = 0L; word <= WORD_COUNT; word++) {
        var address = word * 8;
        for (var time = 0; time <= earlier; time++) {
          var last = IntStream.range(0, time).filter(i -> addresses[i] == address).max().orElse(-1);
          var next =
              IntStream.range(time, earlier).filter(i -> addresses[i] == address).min().orElse(-1);

          assertThat(stores.before(address, time)).isEqualTo(last);
          assertThat(stores.next(address, time)).isEqualTo(next);
        }
      }
    }
  }
}
