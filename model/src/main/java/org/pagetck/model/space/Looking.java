package org.pagetck.model.space;

import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// What translatePage and translate owe.
final class Looking {
  private Looking() {}

  static Step translatePage(AddressSpace space, Operation.TranslatePage call) {
    var rules = space.rules();
    var reasons = Arguments.ofPage(rules, call.page(), call.size());
    if (reasons != 0) {
      return Step.refused(space, Arguments.first(reasons), SlotState.EMPTY, 0)
          .withAlternatives(Arguments.alternatives(rules, reasons));
    }
    var descent = Descent.to(space, call.page(), call.size().leafLevel());
    return switch (descent.slot()) {
      case Slot.Leaf leaf when descent.reached() -> // TRN-01
          found(space, new Outcome.Found(leaf.frame(), leaf.entryFlags()), descent);
      case Slot.Leaf _ -> refused(space, Refusal.PARENT_HUGE_PAGE, descent);
      case Slot.Empty _, Slot.Reserved _ -> refused(space, Refusal.NOT_MAPPED, descent); // TRN-03
      case Slot.Malformed _ ->
          refused(
              space,
              descent.reached() ? Refusal.INVALID_FRAME_ADDRESS : Refusal.PARENT_HUGE_PAGE,
              descent);
      case Slot.Link _ -> refused(space, Refusal.TABLE_ENTRY, descent);
    };
  }

  static Step translate(AddressSpace space, long address) {
    if (Arguments.ofAddress(space.rules(), address) != 0) {
      return Step.refused(space, Refusal.NON_CANONICAL, SlotState.EMPTY, 0); // ROB-01
    }
    var descent = Descent.to(space, address, 1);
    return switch (descent.slot()) {
      case Slot.Leaf leaf -> { // TRN-01
        var size = PageSize.byLeafLevel(descent.level()).orElseThrow();
        var offset = address & size.offsetMask();
        yield found(
            space, new Outcome.Translated(size, leaf.frame(), offset, leaf.entryFlags()), descent);
      }
      case Slot.Empty _, Slot.Reserved _ -> refused(space, Refusal.NOT_MAPPED, descent); // TRN-03
      case Slot.Malformed _ -> refused(space, Refusal.INVALID_FRAME_ADDRESS, descent);
      case Slot.Link _ -> throw new IllegalStateException("a link at level 1");
    };
  }

  private static Step found(AddressSpace space, Outcome owed, Descent descent) {
    return Step.unchanged(space, owed, SlotState.LEAF, descent.level());
  }

  private static Step refused(AddressSpace space, Refusal reason, Descent descent) {
    return Step.refused(space, reason, descent.state(), descent.level());
  }
}
