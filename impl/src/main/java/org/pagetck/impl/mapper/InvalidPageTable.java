package org.pagetck.impl.mapper;

/// Why a table cannot be edited through itself.
public enum InvalidPageTable {
  /// Its virtual address does not go through one root index at every level.
  NOT_RECURSIVE,
  /// It is not what the processor shows there: the processor uses other tables, or the entry at the
  /// index does not lead back to its own table.
  NOT_ACTIVE
}
