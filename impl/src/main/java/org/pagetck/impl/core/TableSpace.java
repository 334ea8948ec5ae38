package org.pagetck.impl.core;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.PhysMemory;

/// Where the tables of one address space lie, and how their entries read.
///
/// @param memory holds the tables
/// @param root physical address of the top table
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
    if (root % Levels.TABLE_BYTES != 0 || !format.isInMemory(root)) {
      throw new IllegalArgumentException(
          "root is no frame inside the memory: 0x%x".formatted(root));
    }
  }

  /// Returns the space that `host` gives, on a machine with `physicalWidth` address bits and
  /// NO_EXECUTE as said.
  public static TableSpace of(Host host, int physicalWidth, boolean noExecute) {
    var memory = host.memory();
    var format = new EntryFormat(physicalWidth, noExecute, memory.start(), memory.sizeBytes());
    return new TableSpace(memory, host.root(), host.levels(), format);
  }
}
