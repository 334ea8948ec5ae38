package org.pagetck.impl.table;

import org.pagetck.model.entry.SlotState;

/// Where an entry leads.
public sealed interface NextTable {
  /// To a table of the next level.
  record Table(PageTable table) implements NextTable {}

  /// To none: its slot is in `state`, which is not LINK.
  record None(SlotState state) implements NextTable {}
}
