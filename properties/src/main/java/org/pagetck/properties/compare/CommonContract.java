package org.pagetck.properties.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pagetck.model.contract.Arguments;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.contract.VirtualRange;
import org.pagetck.model.entry.EntryFlags;

/// What may be passed to each of several subjects.
final class CommonContract {
  private CommonContract() {}

  /// Returns a contract within which everything may be passed to each subject that declares one of
  /// `contracts`, or nothing where nothing may. It says nothing of what is owed.
  static Optional<Contract> of(List<Contract> contracts) {
    var levels = List.copyOf(shared(contracts, it -> Set.copyOf(it.levels())));
    var sizes = shared(contracts, Contract::sizes);
    var operations = shared(contracts, Contract::operations);
    var ranges = new HashSet<>(contracts.stream().map(Contract::virtualRange).toList());
    ranges.remove(VirtualRange.ALL);
    if (levels.isEmpty() || sizes.isEmpty() || operations.isEmpty() || ranges.size() > 1) {
      return Optional.empty();
    }
    var flags = contracts.stream().mapToLong(it -> it.flags().bits()).reduce(-1L, (a, b) -> a & b);
    return Optional.of(
        contracts
            .getFirst()
            .with(Setting.LEVELS, levels)
            .with(Setting.SIZES, sizes)
            .with(Setting.OPERATIONS, operations)
            .with(Setting.FLAGS, new EntryFlags(flags))
            .with(Setting.VIRTUAL_RANGE, ranges.stream().findFirst().orElse(VirtualRange.ALL))
            .with(
                Setting.PHYSICAL_WIDTH,
                contracts.stream().mapToInt(Contract::physicalWidth).min().orElseThrow())
            .with(Setting.PLANTED, shared(contracts, Contract::planted))
            .with(Setting.ARGUMENTS, arguments(contracts))
            .with(Setting.EFFECTS, effects(contracts))
            .with(
                Setting.RECURSIVE_SLOT,
                contracts.stream()
                    .map(Contract::recursiveSlot)
                    .filter(it -> it.isPresent())
                    .findFirst()
                    .orElse(contracts.getFirst().recursiveSlot())));
  }

  private static <T> Set<T> shared(List<Contract> contracts, Function<Contract, Set<T>> part) {
    var shared = new HashSet<>(part.apply(contracts.getFirst()));
    contracts.forEach(contract -> shared.retainAll(part.apply(contract)));
    return shared;
  }

  private static Arguments arguments(List<Contract> contracts) {
    return contracts.stream().anyMatch(it -> it.arguments() == Arguments.UNCHECKED)
        ? Arguments.UNCHECKED
        : Arguments.CHECKED;
  }

  private static Effects effects(List<Contract> contracts) {
    return contracts.stream().anyMatch(it -> it.effects() == Effects.NONE)
        ? Effects.NONE
        : Effects.DIFF;
  }
}
