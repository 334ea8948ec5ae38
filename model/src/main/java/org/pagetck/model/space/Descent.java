package org.pagetck.model.space;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.SlotState;

/// The way down to a slot: where it ended and what stands there.
///
/// @param level level of the slot at which it ended: the wanted one, or a higher one that is no
///   link
/// @param slot what stands there
/// @param reached whether the wanted level was reached
record Descent(int level, Slot slot, boolean reached) {
  /// Goes down towards the slot at `target` for `address`.
  static Descent to(AddressSpace space, long address, int target) {
    var table = space.root();
    for (var level = space.rules().levels(); level > target; level--) {
      var slot = table.get(Levels.index(address, level));
      if (!(slot instanceof Slot.Link link)) {
        return new Descent(level, slot, false);
      }
      table = link.table();
    }
    return new Descent(target, table.get(Levels.index(address, target)), true);
  }

  SlotState state() {
    return slot.state();
  }
}
