package org.pagetck.impl.table;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.paging.PagingMode;

/// Follows links from table to table, for tools that look at an address space. It stores nothing
/// and follows nothing that leads outside the memory.
public final class PageTableWalker {
  private final PageTable root;
  private final PagingMode mode;
  private final EntryFormat format;

  /// Creates it for the tables below `root` in `memory`, on a machine in `mode`.
  ///
  /// @throws IllegalArgumentException if the root is no frame of the memory
  public PageTableWalker(PhysMemory memory, PhysAddr root, PagingMode mode) {
    this.root = new PageTable(memory, root, mode.levels());
    this.mode = mode;
    this.format =
        new EntryFormat(mode.physicalWidth(), mode.noExecute(), memory.start(), memory.sizeBytes());
  }

  /// Returns the top table.
  public PageTable root() {
    return root;
  }

  /// Returns where `entry` leads.
  public NextTable next(PageTableEntry entry) {
    var state = entry.state(format);
    return switch (state) {
      case EMPTY, RESERVED, LEAF, MALFORMED -> new NextTable.None(state);
      case LINK ->
          new NextTable.Table(new PageTable(root.memory(), entry.address(), entry.level() - 1));
    };
  }

  /// Returns the entries that a walk of `address` reads, the root's first; the last one decides.
  /// There are none where the address is not canonical.
  public List<PageTableEntry> path(VirtAddr address) {
    var path = new ArrayList<PageTableEntry>(mode.levels());
    if (!address.isCanonical(mode.levels())) {
      return path;
    }
    NextTable at = new NextTable.Table(root);
    while (at instanceof NextTable.Table(var table)) {
      var entry = table.entry(address.index(table.level()));
      path.add(entry);
      at = next(entry);
    }
    return path;
  }
}
