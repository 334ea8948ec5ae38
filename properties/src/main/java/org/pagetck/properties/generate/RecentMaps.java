package org.pagetck.properties.generate;

import java.util.Optional;
import org.pagetck.model.operation.Operation;
import org.pagetck.properties.choice.Choices;

/// The last few maps of a trace, so that later calls come back to their pages.
final class RecentMaps {
  private static final int CAPACITY = 8;

  private final Choices choices;
  private final Operation.Map[] ring = new Operation.Map[CAPACITY];
  private int count;

  RecentMaps(Choices choices) {
    this.choices = choices;
  }

  /// Keeps `map` and gives it back.
  Operation.Map keep(Operation.Map map) {
    ring[count % CAPACITY] = map;
    count++;
    return map;
  }

  /// Draws one of the last maps, or nothing.
  Optional<Operation.Map> draw() {
    return count == 0 || choices.oneIn(3)
        ? Optional.empty()
        : Optional.of(ring[choices.below(Math.min(count, CAPACITY))]);
  }
}
