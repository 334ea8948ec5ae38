package org.pagetck.model.space;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.AbsentPage;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.contract.TableRetention;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.space.Step.Unlinked;

/// What unmap and clear owe.
final class Removing {
  private Removing() {}

  static Step unmap(AddressSpace space, Operation.Unmap unmap, int framesLeft) {
    return remove(space, unmap, false, framesLeft);
  }

  static Step clear(AddressSpace space, Operation.Clear clear, int framesLeft) {
    return remove(space, clear, true, framesLeft);
  }

  private static Step remove(
      AddressSpace space, Operation.OnPage call, boolean reservedToo, int framesLeft) {
    var rules = space.rules();
    var reasons = Arguments.ofPage(rules, call.page(), call.size());
    if (reasons != 0) {
      return Step.refused(space, Arguments.first(reasons), SlotState.EMPTY, 0)
          .withAlternatives(Arguments.alternatives(rules, reasons));
    }
    var descent = Descent.to(space, call.page(), call.size().leafLevel());
    if (Splitting.applies(rules, descent)) { // UNM-03, SPL-01
      return removePiece(space, call, descent, framesLeft);
    }
    var whole = rules.contract().hugePart() == HugePart.WHOLE;
    return switch (descent.slot()) {
      case Slot.Leaf leaf when descent.reached() || whole -> // UNM-01
          removed(
              space,
              call,
              descent,
              new Outcome.Removed(leaf.frame(), leaf.entryFlags(), Flush.UNKNOWN));
      case Slot.Leaf _ -> refused(space, Refusal.PARENT_HUGE_PAGE, descent); // UNM-03
      case Slot.Reserved reserved when descent.reached() && reservedToo -> // CLR-01
          removed(
              space, call, descent, new Outcome.RemovedReserved(reserved.word(), Flush.UNKNOWN));
      case Slot.Empty _, Slot.Reserved _ -> absent(space, descent, reservedToo); // UNM-02, TRN-03
      case Slot.Malformed _ -> // UNM-03
          refused(
              space,
              descent.reached() ? Refusal.INVALID_FRAME_ADDRESS : Refusal.PARENT_HUGE_PAGE,
              descent);
      case Slot.Link _ -> refused(space, Refusal.TABLE_ENTRY, descent); // UNM-03
    };
  }

  private static Step removePiece(
      AddressSpace space, Operation.OnPage call, Descent descent, int framesLeft) {
    var level = call.size().leafLevel();
    var missing = Splitting.missing(descent, level);
    if (missing > framesLeft) {
      return Splitting.withoutFrame(space, descent, call, framesLeft); // FAL-03
    }
    var piece = Splitting.piece(descent, call.page(), level);
    var owed = new Outcome.Removed(piece.frame(), piece.entryFlags(), Flush.UNKNOWN);
    var next =
        Splitting.split(space, call.page(), missing).withSlot(level, call.page(), Slot.EMPTY);
    return Step.changed(next, owed, descent.state(), descent.level()).withTables(missing, missing);
  }

  private static Step refused(AddressSpace space, Refusal reason, Descent descent) {
    return Step.refused(space, reason, descent.state(), descent.level());
  }

  private static Step absent(AddressSpace space, Descent descent, boolean isClear) {
    if (!isClear && space.rules().contract().absentPage() == AbsentPage.OK) {
      var nothing = new Outcome.Removed(0, EntryFlags.NONE, Flush.UNKNOWN);
      return Step.unchanged(space, nothing, descent.state(), descent.level()).withFreeContents();
    }
    return refused(space, Refusal.NOT_MAPPED, descent);
  }

  private static Step removed(
      AddressSpace space, Operation.OnPage call, Descent descent, Outcome owed) {
    var level = descent.level();
    var page = PageSize.byLeafLevel(level).orElseThrow().alignDown(call.page());
    var next = space.withSlot(level, page, Slot.EMPTY);
    if (space.rules().contract().tableRetention() == TableRetention.RETAINED) {
      return Step.changed(next, owed, descent.state(), level);
    }
    var unlinked = new ArrayList<Unlinked>();
    next = withoutEmptied(next, page, level + 1, unlinked);
    return Step.changed(next, owed, descent.state(), level).withUnlinked(unlinked);
  }

  /// Unlinks the tables that this call emptied, bottom-up.
  private static AddressSpace withoutEmptied(
      AddressSpace space, long page, int level, List<Unlinked> unlinked) {
    if (level > space.rules().levels()
        || space.rules().isShared(level, page)
        || !(space.slotAt(level, page) instanceof Slot.Link link)
        || !link.table().isEmpty()) {
      return space;
    }
    var address = page & -Levels.entrySpan(level);
    unlinked.add(new Unlinked(level, address));
    var without = space.withSlot(level, page, Slot.EMPTY);
    return withoutEmptied(
        without.with(without.root(), space.tableCount() - 1), page, level + 1, unlinked);
  }
}
