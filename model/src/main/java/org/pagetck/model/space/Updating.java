package org.pagetck.model.space;

import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.AccessedDirty;
import org.pagetck.model.contract.AllocationFailure;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.contract.UpdateParents;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// What updateFlags and setTableFlags owe.
final class Updating {
  private static final long HARDWARE_SET = EntryFlags.ACCESSED | EntryFlags.DIRTY;

  private Updating() {}

  static Step updateFlags(AddressSpace space, Operation.UpdateFlags update, int framesLeft) {
    var rules = space.rules();
    var reasons =
        Arguments.ofPage(rules, update.page(), update.size())
            | Arguments.ofLeafFlags(rules, update.flags());
    if (reasons != 0) {
      return Step.refused(space, Arguments.first(reasons), SlotState.EMPTY, 0)
          .withAlternatives(Arguments.alternatives(rules, reasons | stateCause(space, update)));
    }
    var descent = Descent.to(space, update.page(), update.size().leafLevel());
    if (Splitting.applies(rules, descent)) { // UPD-02, SPL-01
      return pieceReplaced(space, update, descent, framesLeft);
    }
    var whole = rules.contract().hugePart() == HugePart.WHOLE;
    return switch (descent.slot()) {
      case Slot.Leaf leaf when descent.reached() || whole -> // UPD-01
          replaced(space, update, descent, leaf.frame(), leaf.flags());
      case Slot.Leaf _ -> refused(space, Refusal.PARENT_HUGE_PAGE, descent); // UPD-02
      case Slot.Reserved reserved when descent.reached() -> // UPD-01
          replaced(
              space, update, descent, EntryWord.leafAddress(descent.level(), reserved.word()), 0);
      case Slot.Empty _, Slot.Reserved _ -> refused(space, Refusal.NOT_MAPPED, descent); // UPD-02
      case Slot.Malformed _ -> // UPD-02
          refused(
              space,
              descent.reached() ? Refusal.INVALID_FRAME_ADDRESS : Refusal.PARENT_HUGE_PAGE,
              descent);
      case Slot.Link _ -> refused(space, Refusal.TABLE_ENTRY, descent); // UPD-02
    };
  }

  /// Tells whether it can be known what `update` owes. It cannot where ACCESSED and DIRTY are kept
  /// that the mapper may have set by itself, bytes are not seen, and nothing else is in the word.
  static boolean isKnown(AddressSpace space, Operation.UpdateFlags update) {
    var rules = space.rules();
    var contract = rules.contract();
    var isUnseen =
        contract.effects() == Effects.NONE
            && contract.accessedDirty() == AccessedDirty.PRESERVED
            && (contract.addsFlags().bits() & HARDWARE_SET) != 0;
    return !isUnseen || !isRefusedForZero(updateFlags(space, update, Levels.ROOT_MAX));
  }

  private static boolean isRefusedForZero(Step step) {
    return step.decidedAt() != 0
        && step.owed() instanceof Outcome.Refused(Refusal reason)
        && reason == Refusal.INVALID_FLAGS;
  }

  private static int stateCause(AddressSpace space, Operation.UpdateFlags update) {
    if (Arguments.ofPage(space.rules(), update.page(), update.size()) != 0) {
      return 0;
    }
    var harmless =
        new Operation.UpdateFlags(update.page(), update.size(), new EntryFlags(EntryFlags.PRESENT));
    return updateFlags(space, harmless, Levels.ROOT_MAX).owed()
            instanceof Outcome.Refused(Refusal reason)
        ? Arguments.bit(reason)
        : 0;
  }

  private static Step refused(AddressSpace space, Refusal reason, Descent descent) {
    return Step.refused(space, reason, descent.state(), descent.level());
  }

  private static Step pieceReplaced(
      AddressSpace space, Operation.UpdateFlags update, Descent descent, int framesLeft) {
    var level = update.size().leafLevel();
    var missing = Splitting.missing(descent, level);
    var piece = Splitting.piece(descent, update.page(), level);
    var flags = flags(space.rules(), update, piece.flags());
    if (EntryWord.leaf(level, piece.frame(), flags) == 0) {
      return refused(space, Refusal.INVALID_FLAGS, descent); // UPD-03
    }
    if (missing > framesLeft) {
      return Splitting.withoutFrame(space, descent, update, framesLeft) // FAL-03
          .withOptionalLinkFlags(gainedWithoutFrame(space.rules(), flags));
    }
    var split = Splitting.split(space, update.page(), missing);
    var below = Descent.to(split, update.page(), level);
    var step = replaced(split, update, below, piece.frame(), piece.flags());
    return Step.changed(step.next(), step.owed(), descent.state(), descent.level())
        .withTables(missing, missing)
        .withOptionalLinkFlags(step.optionalLinkFlags());
  }

  /// Returns the rights that links may have gained where a frame was lacking.
  private static long gainedWithoutFrame(SpaceRules rules, long flags) {
    return rules.contract().updateParents() == UpdateParents.WIDEN
            && rules.contract().allocationFailure() == AllocationFailure.TABLES_KEPT_WIDENED
        ? rules.gainedLinkFlags(flags) | rules.optionalLinkFlags()
        : 0;
  }

  /// Returns the flags that a leaf gets which had `oldFlags`.
  private static long flags(SpaceRules rules, Operation.UpdateFlags update, long oldFlags) {
    var kept =
        rules.contract().accessedDirty() == AccessedDirty.PRESERVED ? oldFlags & HARDWARE_SET : 0;
    return Arguments.stored(rules, update.flags()) | kept;
  }

  private static Step replaced(
      AddressSpace space,
      Operation.UpdateFlags update,
      Descent descent,
      long address,
      long oldFlags) {
    var rules = space.rules();
    var level = descent.level();
    var flags = flags(rules, update, oldFlags);
    var present = (flags & EntryFlags.PRESENT) != 0;
    var size = PageSize.byLeafLevel(level).orElseThrow();
    if (present && (!size.isAligned(address) || !rules.format().isInWidth(address))) {
      return refused(space, Refusal.INVALID_FRAME_ADDRESS, descent);
    }
    var word = EntryWord.leaf(level, address, flags);
    if (word == 0) {
      return refused(space, Refusal.INVALID_FLAGS, descent); // UPD-03
    }
    var slot = present ? new Slot.Leaf(address, flags) : new Slot.Reserved(word);
    var widens = rules.contract().updateParents() == UpdateParents.WIDEN;
    var gained = widens ? rules.gainedLinkFlags(flags) : 0;
    var next = space.with(put(space.root(), rules.levels(), level, update.page(), gained, slot));
    return Step.changed(next, Outcome.DONE, descent.state(), level)
        .withOptionalLinkFlags(widens ? rules.optionalLinkFlags() : 0);
  }

  private static Table put(Table table, int current, int level, long page, long gained, Slot slot) {
    var index = Levels.index(page, current);
    if (current == level) {
      return table.with(index, slot);
    }
    if (!(table.get(index) instanceof Slot.Link link)) {
      throw new IllegalStateException("no table at level %d for 0x%x".formatted(level, page));
    }
    var below = put(link.table(), current - 1, level, page, gained, slot);
    return table.with(index, link.withFlags(link.flags() | gained).withTable(below));
  }

  static Step setTableFlags(AddressSpace space, Operation.SetTableFlags set) {
    var rules = space.rules();
    var reasons =
        Arguments.ofAddress(rules, set.address())
            | Arguments.ofLevel(rules, set.level())
            | Arguments.ofLinkFlags(rules, set.flags());
    if (reasons != 0) {
      return Step.refused(space, Arguments.first(reasons), SlotState.EMPTY, 0)
          .withAlternatives(Arguments.alternatives(rules, reasons));
    }
    var descent = Descent.to(space, set.address(), set.level());
    return switch (descent.slot()) {
      case Slot.Link link -> { // TFL-01
        var flags = set.flags().bits() | EntryFlags.PRESENT;
        var chosen = new Slot.Link(flags, link.table(), true, link.hostFrame());
        var next = space.withSlot(set.level(), set.address(), chosen);
        yield Step.changed(next, Outcome.DONE, SlotState.LINK, set.level());
      }
      case Slot.Leaf _, Slot.Malformed _ -> refused(space, Refusal.PARENT_HUGE_PAGE, descent);
      case Slot.Empty _, Slot.Reserved _ -> refused(space, Refusal.NOT_MAPPED, descent);
    };
  }
}
