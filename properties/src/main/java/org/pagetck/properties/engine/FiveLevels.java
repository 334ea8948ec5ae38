package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Trace;
import org.pagetck.properties.judge.Verdicts.Accusation;
import org.pagetck.properties.shrink.FewerLevels;

/// Tells what fails with five levels and not with four (ROB-07).
final class FiveLevels {
  private FiveLevels() {}

  /// Returns `failure`, and accuses ROB-07 besides where the same calls do not break the same
  /// requirement when `run` with four levels.
  static Failure judge(Failure failure, Contract contract, Function<Trace, Optional<Failure>> run) {
    if (failure.trace().setup().levels() < Levels.ROOT_MAX
        || !contract.levels().contains(Levels.ROOT_MIN)
        || failure.isMiss()
        || failure.isCostly()
        || failure.isOfLaw()
        || failure.isOverArbitraryBytes()) {
      return failure;
    }
    var primary = failure.primary();
    var isOfBoth =
        FewerLevels.of(failure.trace()).stream()
            .flatMap(trace -> run.apply(trace).stream())
            .anyMatch(other -> other.primary().requirement() == primary.requirement());
    if (isOfBoth) {
      return failure;
    }
    var accusations = new ArrayList<>(failure.accusations());
    accusations.add(
        new Accusation(
            Requirement.ROB_07,
            "with five levels, not with four: " + primary.divergence(),
            primary.evidence()));
    return failure.accusing(accusations);
  }
}
