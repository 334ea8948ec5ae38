package org.pagetck.reports.cli;

import java.util.Optional;
import java.util.stream.Stream;
import org.pagetck.model.contract.Allocation;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.contract.Setting;

/// What a declaration may say and this version does not judge.
final class Unjudged {
  private Unjudged() {}

  /// Accepts `contract`.
  ///
  /// @throws UsageException if it asks for what is not judged
  static void refuse(Contract contract) {
    Stream.of(
            when(contract.allocation() == Allocation.RESERVED, "allocation = reserved"),
            when(contract.hugePart() == HugePart.SPLIT, "huge-part = split"),
            when(contract.ranges(), Setting.RANGES + " = yes"),
            when(contract.teardown(), Setting.TEARDOWN + " = yes"),
            when(contract.recursiveSlot().isPresent(), Setting.RECURSIVE_SLOT.key()),
            when(!contract.sharedEntries().isEmpty(), Setting.SHARED_ENTRIES.key()))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(what -> {
          throw new UsageException(
              "the declaration says %s, which is not judged in this version".formatted(what));
        });
  }

  private static Optional<String> when(boolean asked, String what) {
    return asked ? Optional.of(what) : Optional.empty();
  }
}
