package org.pagetck.impl.core;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.paging.PagingMode;

/// Opens mappers that stand on a core and declare the contract `strict`, rightly or not.
///
/// @param name the name that selects the mapper
/// @param declares what it declares besides, as lines of a declaration
/// @param core creates the core, which may flush inside a call through what it is given
public record CoreMapperProvider(
    String name, String declares, BiFunction<TableSpace, FlushSink, MapCore> core)
    implements MapperProvider {

  /// Creates one whose core leaves flushes to its callers.
  public CoreMapperProvider(String name, Function<TableSpace, MapCore> core) {
    this(name, "", (space, _) -> core.apply(space));
  }

  @Override
  public String describe() {
    return """
    name = %s
    version = 0.1.0
    contract = strict
    levels = 4 5
    physical-width = %d
    no-execute = yes
    operations = map unmap update-flags translate-page translate map-with-table-flags clear \
    set-table-flags clean-up
    """
            .formatted(name, PhysAddr.WIDTH_MAX)
        + declares;
  }

  @Override
  public Mapper open(Host host) {
    var mode = new PagingMode(host.levels(), PhysAddr.WIDTH_MAX, true);
    var space = TableSpace.of(host.memory(), host.root(), mode);
    return new CoreMapper(core.apply(space, host.flushes()), host);
  }
}
