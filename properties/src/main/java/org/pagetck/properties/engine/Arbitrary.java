package org.pagetck.properties.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.verdict.Finding;

/// Tells which findings over arbitrary bytes show nothing that another finding does not show in
/// tables which the model knows.
final class Arbitrary {
  private static final Set<Requirement> OFF_PATH =
      Set.of(
          Requirement.FRM_01,
          Requirement.FRM_02,
          Requirement.FRM_03,
          Requirement.STR_01,
          Requirement.STR_02);

  private Arbitrary() {}

  /// Returns the one among `findings` that shows the defect of `finding` without arbitrary bytes.
  static Optional<Finding> plainOf(Finding finding, List<Finding> findings) {
    return isArbitrary(finding)
        ? findings.stream().filter(other -> shows(other, finding)).findFirst()
        : Optional.empty();
  }

  private static boolean isArbitrary(Finding finding) {
    return finding.trace().lines().stream().anyMatch(TraceLine.Poke.class::isInstance);
  }

  private static boolean shows(Finding plain, Finding arbitrary) {
    return !isArbitrary(plain)
        && family(plain).equals(family(arbitrary))
        && arbitrary.evidence().accusations().stream()
            .anyMatch(accused -> showsDivergence(plain, accused.divergence()));
  }

  private static boolean showsDivergence(Finding plain, String divergence) {
    if (divergence.endsWith("differs from hardware")) {
      return violates(plain, Set.of(Requirement.TRN_02));
    }
    if (divergence.endsWith("off its path")) {
      return violates(plain, OFF_PATH);
    }
    var failure = divergence.substring(divergence.lastIndexOf(' ') + 1);
    return plain.evidence().accusations().stream()
        .anyMatch(accused -> accused.divergence().endsWith("given " + failure));
  }

  private static boolean violates(Finding finding, Set<Requirement> requirements) {
    return requirements.contains(finding.requirement())
        || finding.also().stream().anyMatch(requirements::contains);
  }

  private static Optional<OperationKind> family(Finding finding) {
    return finding.trace().lines().getLast() instanceof TraceLine.Call call
        ? Optional.of(call.operation().kind().family())
        : Optional.empty();
  }
}
