package org.pagetck.impl.mapper;

import org.pagetck.impl.core.CoreMapperProvider;
import org.pagetck.impl.core.MapCore;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;

/// Offers [MappedPageTable] to the suite, under the contract `strict`.
public final class MappedMapperProvider implements MapperProvider {
  private final MapperProvider provider = new CoreMapperProvider("mapped", MapCore::new);

  /// Creates it; what `ServiceLoader` calls.
  public MappedMapperProvider() {}

  @Override
  public String name() {
    return provider.name();
  }

  @Override
  public String describe() {
    return provider.describe();
  }

  @Override
  public Mapper open(Host host) {
    return provider.open(host);
  }
}
