package org.pagetck.impl.mapper;

import org.pagetck.impl.core.CoreMapper;
import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.paging.PagingMode;

/// Offers the mapper `mapped` to the suite, under the contract `strict`.
public final class MappedMapperProvider implements MapperProvider {
  private static final String DECLARATION =
      """
      name = mapped
      version = 0.1.0
      contract = strict
      levels = 4 5
      physical-width = 52
      no-execute = yes
      operations = map unmap update-flags translate-page translate map-with-table-flags clear set-table-flags clean-up
      """;

  /// Creates it; what `ServiceLoader` calls.
  public MappedMapperProvider() {}

  @Override
  public String name() {
    return "mapped";
  }

  @Override
  public String describe() {
    return DECLARATION;
  }

  @Override
  public Mapper open(Host host) {
    var mode = new PagingMode(host.levels(), PhysAddr.WIDTH_MAX, true);
    return new CoreMapper(new MapCore(TableSpace.of(host.memory(), host.root(), mode)), host);
  }
}
