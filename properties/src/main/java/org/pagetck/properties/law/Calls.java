package org.pagetck.properties.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.VirtualRange;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;

/// Lists of calls, and single ones that laws add to them.
final class Calls {
  private Calls() {}

  static List<Operation> withoutLast(List<Operation> calls) {
    return calls.subList(0, calls.size() - 1);
  }

  static List<Operation> with(List<Operation> calls, Operation... more) {
    var all = new ArrayList<>(calls);
    all.addAll(List.of(more));
    return all;
  }

  /// Tells whether `address` and `size` name a page.
  static boolean isPage(long address, PageSize size, int levels) {
    return size.isAligned(address) && Levels.isCanonical(address, levels);
  }

  /// Tells whether two pages have no address in common.
  static boolean areDisjoint(Operation.OnPage one, Operation.OnPage other) {
    return Long.compareUnsigned(one.page() - other.page(), other.size().bytes()) >= 0
        && Long.compareUnsigned(other.page() - one.page(), one.size().bytes()) >= 0;
  }

  /// Returns a clean-up of all that the mapper serves, where it offers that.
  static Optional<Operation> cleanUp(Contract contract, int levels) {
    if (!contract.offers(OperationKind.CLEAN_UP)) {
      return Optional.empty();
    }
    var upper = -1L << (Levels.virtualBits(levels) - 1);
    var first = contract.virtualRange() == VirtualRange.UPPER ? upper : 0;
    var last = contract.virtualRange() == VirtualRange.LOWER ? ~upper : -1L;
    return Optional.of(new Operation.CleanUp(first, last));
  }

  static boolean mayPass(Contract contract, EntryFlags flags) {
    return contract.flags().has(flags.bits()) && !flags.has(EntryFlags.HUGE_PAGE);
  }
}
