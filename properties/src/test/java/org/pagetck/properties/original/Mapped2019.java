package org.pagetck.properties.original;

import java.util.ServiceLoader;
import org.pagetck.model.mapper.MapperProvider;

/// Finds the mapper of 2019 among the built-in ones.
final class Mapped2019 {
  private Mapped2019() {}

  static MapperProvider provider() {
    return ServiceLoader.load(MapperProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals("mapped-2019"))
        .findFirst()
        .orElseThrow();
  }
}
