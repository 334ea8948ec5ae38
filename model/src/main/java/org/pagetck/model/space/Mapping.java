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
      case LEAF, MALFORMED -> refused(Refusal.PARENT_HUGE_PAGE, descent); // MAP-02
      case LINK -> throw new IllegalStateException("a link does not end the way down");
    };
  }

  private Step refused(Refusal reason, Descent descent) {
    return Step.refused(space, reason, descent.state(), descent.level());
  }

  private Step occupied(Descent descent) {
    var slot = descent.slot();
    var policy = rules.contract().occupiedSlot();
    var replaceable = slot instanceof Slot.Leaf || slot instanceof Slot.Reserved;
    if (replaceable && policy == OccupiedSlot.REPLACED) {
      return commit(descent, 0, 0);
    }
    if (replaceable && policy == OccupiedSlot.IDENTICAL_ACCEPTED && slot.equals(leaf)) {
      return commit(descent, 0, 0);
    }
    if (slot instanceof Slot.Link link
        && link.table().isEmpty()
        && rules.contract().hugeOverEmptyTable() == HugeOverEmptyTable.REPLACED) {
      var next = space.with(extend(space.root(), rules.levels(), 0, true), space.tableCount() - 1);
      return Step.changed(next, Outcome.DONE, SlotState.LINK, descent.level())
          .withUnlinked(List.of(new Unlinked(leafLevel, map.page())));
    }
    return refused(Refusal.ALREADY_MAPPED, descent);
  }

  private Step commit(Descent descent, int missing, int framesLeft) {
    if (missing > framesLeft) {
      return withoutFrame(descent, missing, framesLeft);
    }
    var next =
        space.with(
            extend(space.root(), rules.levels(), missing, true), space.tableCount() + missing);
    return Step.changed(next, Outcome.DONE, descent.state(), descent.level())
        .withTables(missing, missing)
        .withOptionalLinkFlags(rules.optionalLinkFlags());
  }

  private Step withoutFrame(Descent descent, int missing, int framesLeft) {
    var policy = rules.contract().allocationFailure();
    var kept = policy == AllocationFailure.ROLLED_BACK ? 0 : framesLeft;
    var next =
        space.with(extend(space.root(), rules.levels(), kept, false), space.tableCount() + kept);
    var optional =
        policy == AllocationFailure.TABLES_KEPT_WIDENED
            ? gainedLinkFlags | rules.optionalLinkFlags()
            : 0;
    return Step.changed(next, Outcome.refused(Refusal.NO_FRAME), descent.state(), descent.level())
        .withTables(missing, kept)
        .withOptionalLinkFlags(optional);
  }

  /// Makes at most `tables` missing tables; with `complete`, widens the links on the path and puts
  /// the leaf.
  private Table extend(Table table, int level, int tables, boolean complete) {
    var index = Levels.index(map.page(), level);
    if (level == leafLevel) {
      return complete ? table.with(index, leaf) : table;
    }
    if (table.get(index) instanceof Slot.Link link) {
      var widened = complete ? link.withFlags(link.flags() | gainedLinkFlags) : link;
      return table.with(
          index, widened.withTable(extend(link.table(), level - 1, tables, complete)));
    }
    if (tables == 0) {
      return table;
    }
    var below = extend(Table.EMPTY, level - 1, tables - 1, complete);
    return table.with(index, new Slot.Link(newLinkFlags, below, chosen, 0));
  }
}
