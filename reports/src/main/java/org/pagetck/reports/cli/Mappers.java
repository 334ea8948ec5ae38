package org.pagetck.reports.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.pagetck.model.mapper.Fault;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.mapper.MapperProvider;

/// The mappers that come with the suite: the right ones and the faulty ones.
final class Mappers {
  private Mappers() {}

  /// Returns the built-in mappers, by name.
  static List<MapperProvider> builtIn() {
    return ServiceLoader.load(MapperProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(MapperProvider::name))
        .toList();
  }

  /// Returns the faulty mappers, by id.
  static List<Fault> faults() {
    return ServiceLoader.load(FaultProvider.class).stream()
        .flatMap(provider -> provider.get().faults().stream())
        .sorted(Comparator.comparing(Fault::id))
        .toList();
  }

  /// Returns the built-in mapper called `name`, or nothing.
  static Optional<MapperProvider> builtIn(String name) {
    return builtIn().stream().filter(provider -> provider.name().equals(name)).findFirst();
  }

  /// Returns the fault called `id`, in letters of either case, or nothing.
  static Optional<Fault> fault(String id) {
    return faults().stream().filter(fault -> fault.id().equalsIgnoreCase(id)).findFirst();
  }
}
