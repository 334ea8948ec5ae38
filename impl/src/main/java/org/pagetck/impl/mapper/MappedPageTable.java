package org.pagetck.impl.mapper;

import java.util.Optional;
import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.table.PageTableWalker;
import org.pagetck.impl.table.PhysToVirt;
import org.pagetck.impl.table.WindowMemory;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.paging.PagingMode;

/// A mapper that reaches every table in physical memory, or where a [PhysToVirt] says.
public final class MappedPageTable extends PageTableMapper {
  private final PhysMemory memory;
  private final PhysAddr root;
  private final PagingMode mode;

  /// Creates it over the tables below `root`, which must be a table: zeros, or a tree that is
  /// already there.
  ///
  /// @param memory holds all tables; a [WindowMemory] where they are reached by other addresses
  /// @param mode how the machine reads them
  /// @param flushes carries out what [MapperFlush] and clean-up flush
  /// @throws IllegalArgumentException if the root is no frame of the memory
  public MappedPageTable(PhysMemory memory, PhysAddr root, PagingMode mode, FlushSink flushes) {
    super(new MapCore(TableSpace.of(memory, root.bits(), mode)), flushes);
    this.memory = memory;
    this.root = root;
    this.mode = mode;
  }

  /// Returns a mapper over an empty root that is taken from `frames`, or nothing where there is no
  /// frame.
  public static Optional<MappedPageTable> create(
      PhysMemory memory, FrameAllocator frames, PagingMode mode, FlushSink flushes) {
    var root = frames.allocate();
    if (root == FrameAllocator.NO_FRAME) {
      return Optional.empty();
    }
    memory.zero(root);
    return Optional.of(new MappedPageTable(memory, new PhysAddr(root), mode, flushes));
  }

  @Override
  public PhysAddr root() {
    return root;
  }

  /// Returns where it reaches the bytes of tables: at their physical addresses, unless the memory
  /// is a window.
  public PhysToVirt pageTableFrameMapping() {
    return memory instanceof WindowMemory window ? window.toVirt() : PhysToVirt.offset(0);
  }

  /// Returns a walker over the same tables.
  public PageTableWalker walker() {
    return new PageTableWalker(memory, root, mode);
  }
}
