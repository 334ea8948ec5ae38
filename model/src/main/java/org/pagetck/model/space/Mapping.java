package org.pagetck.model.space;

import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.AllocationFailure;
import org.pagetck.model.contract.HugeOverEmptyTable;
import org.pagetck.model.contract.OccupiedSlot;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.space.Step.Unlinked;

/// What map owes.
final class Mapping {
  private final AddressSpace space;
  private final SpaceRules rules;
  private final Operation.AnyMap map;
  private final int leafLevel;
  private final long newLinkFlags;
  private final long gainedLinkFlags;
  private final boolean chosen;
  private final Slot leaf;

  private Mapping(AddressSpace space, Operation.AnyMap map) {
    this.space = space;
    this.rules = space.rules();
    this.map = map;
    this.leafLevel = map.size().leafLevel();
    var flags = Arguments.stored(rules, map.flags());
    if (map instanceof Operation.MapWithTableFlags(_, _, _, _, EntryFlags tableFlags)) {
      newLinkFlags = tableFlags.bits() | EntryFlags.PRESENT;
      gainedLinkFlags = tableFlags.bits() & SpaceRules.LINK_RIGHTS;
      chosen = true;
    } else {
      newLinkFlags = rules.newLinkFlags(flags);
      gainedLinkFlags = rules.gainedLinkFlags(flags);
      chosen = false;
    }
    this.leaf =
        (flags & EntryFlags.PRESENT) != 0
            ? new Slot.Leaf(map.frame(), flags)
            : new Slot.Reserved(EntryWord.leaf(leafLevel, map.frame(), flags));
  }

  static Step apply(AddressSpace space, Operation.AnyMap map, int framesLeft) {
    var rules = space.rules();
    var reasons = Arguments.ofMap(rules, map);
    if (reasons != 0) {
      var addressed = Arguments.ofPage(rules, map.page(), map.size()) == 0;
      var others = addressed ? new Mapping(space, withFreshFlags(map)).causes(framesLeft) : 0;
      return Step.refused(space, Arguments.first(reasons), SlotState.EMPTY, 0)
          .withAlternatives(Arguments.alternatives(rules, reasons | others));
    }
    return new Mapping(space, map).step(framesLeft);
  }

  /// Returns the call with arguments that no test refuses, to see what else would be refused.
  private static Operation.AnyMap withFreshFlags(Operation.AnyMap map) {
    return new Operation.Map(map.page(), map.size(), 0, new EntryFlags(EntryFlags.PRESENT));
  }

  private int causes(int framesLeft) {
    return step(framesLeft).owed() instanceof Outcome.Refused(Refusal reason)
        ? Arguments.bit(reason)
        : 0;
  }

  private Step step(int framesLeft) {
    var descent = Descent.to(space, map.page(), leafLevel);
    var state = descent.state();
    if (descent.reached()) {
      return switch (state) {
        case EMPTY -> commit(descent, 0, framesLeft); // MAP-01
        case LINK, RESERVED, LEAF, MALFORMED -> occupied(descent); // MAP-02, MAP-04, MAP-05
      };
    }
    return switch (state) {
      case EMPTY -> commit(descent, descent.level() - leafLevel, framesLeft); // MAP-01, FAL-03
      case RESERVED -> refused(Refusal.PARENT_RESERVED, descent); // MAP-03
      case LEAF, MALFORMED -> covered(descent, framesLeft); // MAP-02, SPL-01
      case LINK -> throw new IllegalStateException("a link does not end the way down");
    };
  }

  private Step refused(Refusal reason, Descent descent) {
    return Step.refused(space, reason, descent.state(), descent.level());
  }

  private Step occupied(Descent descent) {
    var slot = descent.slot();
    var replaceable = slot instanceof Slot.Leaf || slot instanceof Slot.Reserved;
    if (replaceable && replaces()) {
      return commit(descent, 0, 0);
    }
    if (replaceable && isIdentical(slot)) {
      return done(space.with(extend(space.root(), rules.levels(), 0, slot)), descent);
    }
    if (slot instanceof Slot.Link link
        && link.table().isEmpty()
        && rules.contract().hugeOverEmptyTable() == HugeOverEmptyTable.REPLACED) {
      var next = space.with(extend(space.root(), rules.levels(), 0, leaf), space.tableCount() - 1);
      return done(next, descent).withUnlinked(List.of(new Unlinked(leafLevel, map.page())));
    }
    return refused(Refusal.ALREADY_MAPPED, descent);
  }

  private boolean replaces() {
    return rules.contract().occupiedSlot() == OccupiedSlot.REPLACED;
  }

  private boolean isIdentical(Slot slot) {
    var added = rules.contract().addsFlags().bits();
    return rules.contract().occupiedSlot() == OccupiedSlot.IDENTICAL_ACCEPTED
        && ((slot.word(leafLevel, 0) ^ leaf.word(leafLevel, 0)) & ~added) == 0;
  }

  private Step covered(Descent descent, int framesLeft) {
    if (!replaces() || !Splitting.applies(rules, descent)) {
      return refused(Refusal.PARENT_HUGE_PAGE, descent);
    }
    var missing = Splitting.missing(descent, leafLevel);
    if (missing > framesLeft) {
      return Splitting.withoutFrame(space, descent, map, framesLeft) // FAL-03
          .withOptionalLinkFlags(gainedWithoutFrame());
    }
    var split = Splitting.split(space, map.page(), missing);
    var next = split.with(extend(split.root(), rules.levels(), 0, leaf));
    return done(next, descent).withTables(missing, missing);
  }

  private Step commit(Descent descent, int missing, int framesLeft) {
    if (missing > framesLeft) {
      return withoutFrame(descent, missing, framesLeft);
    }
    var next =
        space.with(
            extend(space.root(), rules.levels(), missing, leaf), space.tableCount() + missing);
    return done(next, descent).withTables(missing, missing);
  }

  private Step done(AddressSpace next, Descent descent) {
    return Step.changed(next, Outcome.DONE, descent.state(), descent.level())
        .withOptionalLinkFlags(rules.optionalLinkFlags());
  }

  private Step withoutFrame(Descent descent, int missing, int framesLeft) {
    var policy = rules.contract().allocationFailure();
    var kept = policy == AllocationFailure.ROLLED_BACK ? 0 : framesLeft;
    var next =
        space.with(
            extend(space.root(), rules.levels(), kept, Slot.EMPTY), space.tableCount() + kept);
    return Step.changed(next, Outcome.refused(Refusal.NO_FRAME), descent.state(), descent.level())
        .withTables(missing, kept)
        .withOptionalLinkFlags(gainedWithoutFrame());
  }

  /// Returns the rights that links may have gained where a frame was lacking.
  private long gainedWithoutFrame() {
    return rules.contract().allocationFailure() == AllocationFailure.TABLES_KEPT_WIDENED
        ? gainedLinkFlags | rules.optionalLinkFlags()
        : 0;
  }

  /// Makes at most `tables` missing tables; unless `slot` is empty, widens the links on the path
  /// and puts it at their end.
  private Table extend(Table table, int level, int tables, Slot slot) {
    var index = Levels.index(map.page(), level);
    var complete = !(slot instanceof Slot.Empty);
    if (level == leafLevel) {
      return complete ? table.with(index, slot) : table;
    }
    if (table.get(index) instanceof Slot.Link link) {
      var widened = complete ? link.withFlags(link.flags() | gainedLinkFlags) : link;
      return table.with(index, widened.withTable(extend(link.table(), level - 1, tables, slot)));
    }
    if (tables == 0) {
      return table;
    }
    var below = extend(Table.EMPTY, level - 1, tables - 1, slot);
    return table.with(index, new Slot.Link(newLinkFlags, below, chosen, 0));
  }
}
