package org.pagetck.impl.mapper;

import org.pagetck.impl.table.PageTableEntry;
import org.pagetck.model.address.Page;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFlags;

/// Sees the tables of an address space from the root down, ascending. Empty entries are left out.
public interface TableVisitor {
  /// Sees a link, which covers the virtual space from `address`. Returns whether to look below it.
  default boolean link(VirtAddr address, PageTableEntry entry) {
    return true;
  }

  /// Sees the leaf of `page`.
  ///
  /// @param mapping frame and flags
  /// @param effective PRESENT, and what all levels together leave of WRITABLE and USER; NO_EXECUTE
  ///   where any level has it
  default void leaf(Page page, Mapping mapping, EntryFlags effective) {}

  /// Sees a RESERVED or malformed entry, which covers the virtual space from `address`.
  default void other(VirtAddr address, PageTableEntry entry) {}
}
