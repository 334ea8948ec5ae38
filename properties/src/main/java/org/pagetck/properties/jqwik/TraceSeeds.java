package org.pagetck.properties.jqwik;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.engine.TraceCheck;

/// Lets jqwik choose traces: it draws the seed, the generators draw everything else from it, and
/// the suite's own shrinker makes what fails smaller. jqwik has nothing to shrink.
public final class TraceSeeds {
  private TraceSeeds() {}

  /// Returns seeds, all alike likely, without edge cases.
  public static Arbitrary<Long> any() {
    return Arbitraries.randomValue(random -> random.nextLong());
  }

  /// Runs the trace of `seed`.
  ///
  /// @throws AssertionError with the defect, the requirement and the shrunk trace
  public static void assertHolds(TraceCheck check, long seed) {
    check
        .check(seed)
        .ifPresent(finding -> {
          throw new AssertionError(describe(finding, seed));
        });
  }

  private static String describe(Finding finding, long seed) {
    return "%s: %s%n(%s)%nseed 0x%x, fingerprint %s, %s%n%s"
        .formatted(
            finding.requirement().id(),
            finding.title(),
            finding.requirement().sentence(),
            seed,
            finding.fingerprint(),
            finding.certified() ? "no smaller trace found" : "shrinking ended early",
            TraceText.print(finding.trace()));
  }
}
