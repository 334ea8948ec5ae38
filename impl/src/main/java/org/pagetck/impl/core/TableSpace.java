package org.pagetck.impl.core;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.paging.PagingMode;

/// Where the tables of one address space lie, and how their entries read.
///
/// @param memory holds the tables: physical memory, or a view of it by other addresses
/// @param root address of the top table in `memory`
/// @param levels number of levels, 4 or 5
/// @param format what makes an entry malformed
public record TableSpace(PhysMemory memory, long root, int levels, EntryFormat format) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if there are not 4 or 5 levels, or the root is no frame
  ///   inside the memory
  public TableSpace {
    if (levels != 4 && levels != Levels.ROOT_MAX) {
      throw new IllegalArgumentException("levels not 4 or 5: " + levels);
    }
    if (root % Levels.TABLE_BYTES != 0 || !isFrameOf(memory, root)) {
      throw new IllegalArgumentException(
          "root is no frame inside the memory: 0x%x".formatted(root));
    }
  }

  private static boolean isFrameOf(PhysMemory memory, long address) {
    var lastOffset = memory.sizeBytes() - Levels.TABLE_BYTES;
    return Long.compareUnsigned(address - memory.start(), lastOffset) <= 0;
  }

  /// Returns the space of the tables below `root` in `memory`, on a machine in `mode`.
  ///
  /// @throws IllegalArgumentException if the root is no frame inside the memory
  public static TableSpace of(PhysMemory memory, long root, PagingMode mode) {
    var format =
        new EntryFormat(mode.physicalWidth(), mode.noExecute(), memory.start(), memory.sizeBytes());
    return new TableSpace(memory, root, mode.levels(), format);
  }
}
