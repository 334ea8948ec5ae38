package org.pagetck.impl.mapper;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.table.PageTableWalker;
import org.pagetck.impl.table.PhysToVirt;
import org.pagetck.impl.table.WindowMemory;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.paging.PagingMode;

/// A mapper that finds all of physical memory at one offset in the virtual memory that it runs in.
public final class OffsetPageTable extends PageTableMapper {
  private final WindowMemory window;
  private final long physOffset;
  private final PhysAddr root;
  private final PagingMode mode;

  /// Creates it over the tables below `root`, which must be a table.
  ///
  /// @param virtual the virtual memory in which physical memory is seen, and nothing else
  /// @param physOffset the virtual address at which the physical address 0 is seen, or would be
  /// @param root physical address of the top table
  /// @param mode how the machine reads tables
  /// @param flushes carries out what [MapperFlush] and clean-up flush
  /// @throws IllegalArgumentException if the root is no frame of the memory
  public OffsetPageTable(
      PhysMemory virtual, long physOffset, PhysAddr root, PagingMode mode, FlushSink flushes) {
    this(window(virtual, physOffset), physOffset, root, mode, flushes);
  }

  private OffsetPageTable(
      WindowMemory window, long physOffset, PhysAddr root, PagingMode mode, FlushSink flushes) {
    super(new MapCore(TableSpace.of(window, root.bits(), mode)), flushes);
    this.window = window;
    this.physOffset = physOffset;
    this.root = root;
    this.mode = mode;
  }

  private static WindowMemory window(PhysMemory virtual, long physOffset) {
    var start = virtual.start() - physOffset;
    return new WindowMemory(virtual, PhysToVirt.offset(physOffset), start, virtual.sizeBytes());
  }

  @Override
  public PhysAddr root() {
    return root;
  }

  /// Returns the virtual address at which the physical address 0 is seen, or would be.
  public long physOffset() {
    return physOffset;
  }

  /// Returns a walker over the same tables.
  public PageTableWalker walker() {
    return new PageTableWalker(window, root, mode);
  }
}
