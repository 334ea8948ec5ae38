package org.pagetck.impl.core;

import org.pagetck.model.entry.SlotState;

/// Sees the entries of a tree of tables that are not empty, from the root down, ascending.
@FunctionalInterface
public interface EntryVisitor {
  /// Sees the entry `word` at `level`, which covers the virtual space from `address`; `granted` are
  /// the bits that all links above it have, `forbidden` those that any has. Returns whether to look
  /// below it, where it is a link.
  boolean visit(int level, long address, long word, SlotState state, long granted, long forbidden);
}
