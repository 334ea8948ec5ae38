package org.pagetck.reports.cli;

import org.pagetck.model.contract.Contract;
import org.pagetck.properties.engine.Applicability;

/// What a declaration may say and this version does not judge.
final class Unjudged {
  private Unjudged() {}

  /// Accepts `contract`.
  ///
  /// @throws UsageException if it asks for what is not judged
  static void refuse(Contract contract) {
    Applicability.unjudged(contract)
        .ifPresent(what -> {
          throw new UsageException(
              "the declaration says %s, which is not judged in this version".formatted(what));
        });
  }
}
