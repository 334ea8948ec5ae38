package org.pagetck.properties.jqwik;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;

/// Supplies the traces of [EdgeTraces] as edge cases, then seeds, all alike likely. jqwik has
/// nothing to shrink: the suite's own shrinker makes smaller what fails.
public final class Draws implements ArbitrarySupplier<Draw> {
  /// Creates it; what jqwik calls.
  public Draws() {}

  @Override
  public Arbitrary<Draw> get() {
    Arbitrary<Draw> seeded = Arbitraries.randomValue(random -> new Draw.Seeded(random.nextLong()));
    // To no edge cases none can be added; to those that a filter leaves, they can.
    return seeded.edgeCases(
        edgeCases -> edgeCases.filter(_ -> false).add(EdgeTraces.all().toArray(Draw[]::new)));
  }
}
