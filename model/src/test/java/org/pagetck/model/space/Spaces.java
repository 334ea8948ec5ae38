package org.pagetck.model.space;

import java.util.Set;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.NamedContract;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;

/// Spaces to begin tests with, and short names for what they are called with.
final class Spaces {
  static final long PAGE = 0x40_0000_0000L;
  static final long START = 0x1_0000_0000L;
  static final long HOST_FRAME = START + (64L << 20) - 4096;
  static final int PLENTY = 100;
  static final EntryFlags P = new EntryFlags(EntryFlags.PRESENT);
  static final EntryFlags PW = P.with(EntryFlags.WRITABLE);
  static final EntryFlags PU = P.with(EntryFlags.USER);
  static final EntryFlags PWU = PW.with(EntryFlags.USER);
  static final Contract STRICT =
      NamedContract.STRICT.contract().with(Setting.OPERATIONS, Set.copyOf(OperationKind.all()));

  private Spaces() {}

  static AddressSpace empty() {
    return under(STRICT, 4);
  }

  static AddressSpace under(Contract contract, int levels) {
    var format = new EntryFormat(contract.physicalWidth(), contract.noExecute(), START, 64L << 20);
    return AddressSpace.empty(new SpaceRules(contract, levels, format));
  }

  static Operation map(PageSize size, EntryFlags flags) {
    return new Operation.Map(PAGE, size, size.bytes(), flags);
  }

  /// Returns `space` after `operations`, which all succeed.
  static AddressSpace after(AddressSpace space, Operation... operations) {
    var next = space;
    for (var operation : operations) {
      var step = next.apply(operation, PLENTY);
      if (step.isRefused()) {
        throw new IllegalArgumentException(operation + " is refused: " + step.owed());
      }
      next = step.next();
    }
    return next;
  }
}
