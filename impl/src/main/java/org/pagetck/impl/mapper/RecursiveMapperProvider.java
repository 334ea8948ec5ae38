package org.pagetck.impl.mapper;

import org.pagetck.impl.core.CoreMapper;
import org.pagetck.impl.core.CoreMapperProvider;
import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.frame.FrameCleaner;
import org.pagetck.impl.processor.Marking;
import org.pagetck.impl.processor.Processor;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;

/// Offers [RecursivePageTable] to the suite, under the contract `strict`, on a processor that keeps
/// every translation until it is flushed.
///
/// The processor leaves ACCESSED and DIRTY alone, so that all stores are the mapper's. What an
/// answer asks to flush is not flushed on it: no page but its tables is used there.
public final class RecursiveMapperProvider implements MapperProvider {
  private static final int DEFAULT_SLOT = 509;
  private static final Protection NO_WRITE_PROTECT = new Protection(false, false, false, false);

  private final MapperProvider declaring;
  private final int slot;

  /// Creates it; what `ServiceLoader` calls.
  public RecursiveMapperProvider() {
    this(DEFAULT_SLOT);
  }

  /// Creates it for a recursive entry at the root index `slot`, 0 to 511.
  public RecursiveMapperProvider(int slot) {
    this.slot = slot;
    this.declaring =
        new CoreMapperProvider(
            "recursive", "recursive-slot = %d\n".formatted(slot), (space, _) -> new MapCore(space));
  }

  @Override
  public String name() {
    return declaring.name();
  }

  @Override
  public String describe() {
    return declaring.describe();
  }

  /// Opens the mapper.
  ///
  /// @throws IllegalArgumentException if the host did not make the declared entry recursive
  @Override
  public Mapper open(Host host) {
    var memory = host.memory();
    var mode = new PagingMode(host.levels(), PhysAddr.WIDTH_MAX, true);
    var processor = new Processor(memory, host.root(), mode, NO_WRITE_PROTECT, Marking.NONE);
    var table = RecursivePageTable.addressOf(slot, host.levels());
    return switch (RecursivePageTable.of(
        processor, table, FrameCleaner.in(memory), host.flushes())) {
      case RecursionCheck.Recursive(var mapper) ->
          new CoreMapper(mapper.core(), host.frames(), mapper.flushes());
      case RecursionCheck.Invalid(var reason) ->
          throw new IllegalArgumentException("root index %d: %s".formatted(slot, reason));
    };
  }
}
