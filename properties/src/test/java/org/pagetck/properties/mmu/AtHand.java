package org.pagetck.properties.mmu;

import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;

/// Decides what the absence of a real MMU means to a test.
public final class AtHand {
  private static final boolean CI = "true".equals(System.getenv("CI"));

  private AtHand() {}

  /// Returns Unicorn; where it is absent the test is aborted with the reason, and in CI it fails,
  /// so that a skip cannot hide.
  public static UnicornMmu unicorn() {
    var mmu = UnicornMmu.ofThisMachine();
    mmu.absence()
        .ifPresent(reason -> {
          if (CI) {
            fail("unicorn is owed in CI: " + reason);
          }
          Assumptions.abort(reason);
        });
    return mmu;
  }

  /// Returns KVM; where it does not open the test is aborted with the reason.
  public static KvmMmu kvm() {
    var mmu = KvmMmu.ofThisMachine();
    mmu.absence().ifPresent(Assumptions::abort);
    return mmu;
  }
}
