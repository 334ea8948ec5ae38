package org.pagetck.impl.mapper;

import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.paging.PagingMode;

/// Offers the mapper of the Rust crate `x86_64` as it was in 2019, defects included, under the
/// contract `x86_64-2019`. It knows four levels only.
public final class Mapped2019Provider implements MapperProvider {
  /// Creates it; what `ServiceLoader` calls.
  public Mapped2019Provider() {}

  @Override
  public String name() {
    return "mapped-2019";
  }

  @Override
  public String describe() {
    return """
    name = mapped-2019
    version = 0.7.7
    url = https://github.com/rust-osdev/x86_64
    contract = x86_64-2019
    levels = 4
    physical-width = 52
    no-execute = yes
    """;
  }

  /// Opens the mapper.
  ///
  /// @throws IllegalArgumentException if `host` has five levels
  @Override
  public Mapper open(Host host) {
    var mode = PagingMode.FOUR_LEVELS;
    if (host.levels() != mode.levels()) {
      throw new IllegalArgumentException("mapped-2019 has four levels, not " + host.levels());
    }
    return new Mapped2019(TableSpace.of(host.memory(), host.root(), mode), host);
  }
}
