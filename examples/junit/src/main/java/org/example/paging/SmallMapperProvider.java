package org.example.paging;

import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;

/// Offers [SmallMapper] to the suite, and says where it differs from the strict contract.
public final class SmallMapperProvider implements MapperProvider {
  @Override
  public String name() {
    return "small";
  }

  @Override
  public String describe() {
    return """
    name = small mapper
    version = 1
    contract = strict
    levels = 4 5
    sizes = 4K
    effects = diff
    allocation-failure = rolled-back
    """;
  }

  @Override
  public Mapper open(Host host) {
    return new SmallMapper(host);
  }
}
