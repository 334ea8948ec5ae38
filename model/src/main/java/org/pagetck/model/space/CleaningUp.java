package org.pagetck.model.space;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.space.Step.Unlinked;

/// What cleanUp owes: empty tables are unlinked children first, ascending.
final class CleaningUp {
  private final SpaceRules rules;
  private final long first;
  private final long last;
  private final List<Unlinked> unlinked = new ArrayList<>();

  private CleaningUp(SpaceRules rules, Operation.CleanUp call) {
    this.rules = rules;
    this.first = Levels.significant(call.first(), rules.levels());
    this.last = Levels.significant(call.last(), rules.levels());
  }

  static Step apply(AddressSpace space, Operation.CleanUp call) {
    var rules = space.rules();
    var reasons =
        Arguments.ofAddress(rules, call.first()) | Arguments.ofAddress(rules, call.last());
    if (reasons != 0) {
      return Step.refused(space, Arguments.first(reasons), SlotState.EMPTY, 0);
    }
    var cleaning = new CleaningUp(rules, call);
    var root =
        cleaning.first <= cleaning.last
            ? cleaning.cleaned(space.root(), rules.levels(), 0)
            : space.root();
    var next = space.with(root, space.tableCount() - cleaning.unlinked.size());
    return Step.changed(next, Outcome.DONE, SlotState.LINK, rules.levels())
        .withUnlinked(cleaning.unlinked);
  }

  /// Returns the table at `level`, whose first address is `base`, without the empty tables below
  /// it.
  private Table cleaned(Table table, int level, long base) {
    if (level == 1) {
      return table;
    }
    var result = table;
    var from = first <= base ? 0 : (first - base) >>> Levels.shift(level);
    for (var index = from < Levels.ENTRY_COUNT ? table.firstOccupied((int) from) : -1;
        index >= 0;
        index = table.firstOccupied(index + 1)) {
      var start = base + ((long) index << Levels.shift(level));
      var end = start + Levels.entrySpan(level) - 1;
      if (start > last) {
        break;
      }
      if (table.get(index) instanceof Slot.Link link) {
        var below = cleaned(link.table(), level - 1, start);
        if (below.isEmpty() && mayGo(start, end) && !rules.isShared(level, start)) {
          unlinked.add(new Unlinked(level, Levels.signExtend(start, rules.levels())));
          result = result.with(index, Slot.EMPTY);
        } else {
          result = result.with(index, link.withTable(below));
        }
      }
    }
    return result;
  }

  private boolean mayGo(long start, long end) {
    return switch (rules.contract().cleanUpRange()) {
      case CONTAINED -> first <= start && end <= last;
      case TOUCHED -> true;
    };
  }
}
