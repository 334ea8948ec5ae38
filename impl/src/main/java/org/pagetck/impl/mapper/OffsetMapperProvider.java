package org.pagetck.impl.mapper;

import org.pagetck.impl.core.CoreMapper;
import org.pagetck.impl.core.CoreMapperProvider;
import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.table.PhysToVirt;
import org.pagetck.impl.table.WindowMemory;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.paging.PagingMode;

/// Offers [OffsetPageTable] to the suite, under the contract `strict`. It sees physical memory far
/// from its physical addresses, so that one taken for the other is an access outside.
public final class OffsetMapperProvider implements MapperProvider {
  private static final long PHYS_OFFSET = 0xffff_8880_0000_0000L;

  private final MapperProvider declaring = new CoreMapperProvider("offset", MapCore::new);

  /// Creates it; what `ServiceLoader` calls.
  public OffsetMapperProvider() {}

  @Override
  public String name() {
    return declaring.name();
  }

  @Override
  public String describe() {
    return declaring.describe();
  }

  @Override
  public Mapper open(Host host) {
    var memory = host.memory();
    var virtual =
        new WindowMemory(
            memory,
            PhysToVirt.offset(-PHYS_OFFSET),
            memory.start() + PHYS_OFFSET,
            memory.sizeBytes());
    var mapper =
        new OffsetPageTable(
            virtual,
            PHYS_OFFSET,
            new PhysAddr(host.root()),
            new PagingMode(host.levels(), PhysAddr.WIDTH_MAX, true),
            host.flushes());
    return new CoreMapper(mapper.core(), host.frames(), mapper.flushes());
  }
}
