package org.pagetck.properties.exhaust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateSetTest {
  @Test
  void stringsAreFoundAgainByTheNumbersOfTheirComing() {
    var random = new Random(7);
    var set = new StateSet();
    var owed = new HashMap<String, Integer>();
    for (var i = 0; i < 20_000; i++) {
      var text = Integer.toString(random.nextInt(9_000)).repeat(1 + random.nextInt(3));
      var bytes = text.getBytes(StandardCharsets.US_ASCII);
      var found = set.find(bytes, 0, bytes.length, text.hashCode());

      assertThat(found).isEqualTo(owed.getOrDefault(text, StateSet.NONE));
      if (found == StateSet.NONE) {
        owed.put(text, set.add(bytes, 0, bytes.length, text.hashCode()));
      }
    }
    assertThat(set.count()).isEqualTo(owed.size());
  }

  @Test
  void equalHashesDoNotMakeStringsEqual() {
    var set = new StateSet();

    for (byte i = 0; i < 100; i++) {
      assertThat(set.find(new byte[] {i}, 0, 1, 42)).isEqualTo(StateSet.NONE);
      assertThat(set.add(new byte[] {i}, 0, 1, 42)).isEqualTo(i);
    }
    assertThat(set.find(new byte[] {0, 7}, 1, 1, 42)).isEqualTo(7);
    assertThat(set.find(new byte[] {7, 0}, 0, 2, 42)).isEqualTo(StateSet.NONE);
  }

  @Test
  void anEmptiedSetHoldsNothing() {
    var set = new StateSet();
    set.add(new byte[] {1}, 0, 1, 1);
    set.clear();

    assertThat(set.count()).isZero();
    assertThat(set.find(new byte[] {1}, 0, 1, 1)).isEqualTo(StateSet.NONE);
  }
}
