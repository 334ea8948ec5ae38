package org.pagetck.model.space;

import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.AllocationFailure;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// What an operation on a part of a larger page owes where the contract lets it split: the page
/// becomes 512 smaller ones, as often as needed, then the operation applies to one of them.
///
/// The pieces have the flags of the page, ACCESSED and DIRTY among them; PAT stands where their
/// level has it.
final class Splitting {
  private Splitting() {}

  /// Tells whether an operation on a page whose way down ended at `descent` is to split what it
  /// found there.
  static boolean applies(SpaceRules rules, Descent descent) {
    return !descent.reached()
        && descent.slot() instanceof Slot.Leaf
        && rules.contract().hugePart() == HugePart.SPLIT;
  }

  /// Returns how many tables it takes until the page has a leaf at `target`.
  static int missing(Descent descent, int target) {
    return descent.level() - target;
  }

  /// Returns the part of the leaf at `descent` that a leaf at `target` for `page` gets.
  static Slot.Leaf piece(Descent descent, long page, int target) {
    if (!(descent.slot() instanceof Slot.Leaf leaf)) {
      throw new IllegalStateException("no leaf at level " + descent.level());
    }
    var inside = page & (Levels.entrySpan(descent.level()) - 1) & -Levels.entrySpan(target);
    return new Slot.Leaf(leaf.frame() + inside, leaf.flags());
  }

  /// Returns `space` with the leaf on the way of `page` split `times` times.
  static AddressSpace split(AddressSpace space, long page, int times) {
    var next = space;
    for (var i = 0; i < times; i++) {
      var descent = Descent.to(next, page, 1);
      if (!(descent.slot() instanceof Slot.Leaf leaf) || descent.level() == 1) {
        throw new IllegalStateException("no larger page at 0x%x".formatted(page));
      }
      var link =
          new Slot.Link(
              space.rules().newLinkFlags(leaf.flags()), pieces(leaf, descent.level()), false, 0);
      next = next.withSlot(descent.level(), page, link);
      next = next.with(next.root(), next.tableCount() + 1);
    }
    return next;
  }

  private static Table pieces(Slot.Leaf leaf, int level) {
    var bytes = PageSize.byLeafLevel(level - 1).orElseThrow().bytes();
    var table = Table.EMPTY;
    for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
      table = table.with(index, new Slot.Leaf(leaf.frame() + index * bytes, leaf.flags()));
    }
    return table;
  }

  /// Returns what is owed where only `framesLeft` of the frames that the split takes can be had:
  /// NO_FRAME, and the splits that could be made as the allocation-failure policy says.
  static Step withoutFrame(
      AddressSpace space, Descent descent, Operation.OnPage call, int framesLeft) {
    var policy = space.rules().contract().allocationFailure();
    var kept = policy == AllocationFailure.ROLLED_BACK ? 0 : framesLeft;
    return Step.changed(
            split(space, call.page(), kept),
            Outcome.refused(Refusal.NO_FRAME),
            descent.state(),
            descent.level())
        .withTables(missing(descent, call.size().leafLevel()), kept);
  }
}
