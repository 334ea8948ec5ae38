package org.pagetck.properties.fault;

import java.util.List;
import java.util.ServiceLoader;
import org.pagetck.model.mapper.Fault;
import org.pagetck.model.mapper.FaultProvider;

/// The faulty mappers that the service offers.
final class FaultCatalogue {
  private FaultCatalogue() {}

  static List<Fault> all() {
    FaultCatalogue.class.getModule().addUses(FaultProvider.class);
    return ServiceLoader.load(FaultProvider.class).stream()
        .flatMap(provider -> provider.get().faults().stream())
        .toList();
  }

  /// Returns the fault called `id`, which there is.
  static Fault of(String id) {
    return all().stream().filter(fault -> fault.id().equals(id)).findFirst().orElseThrow();
  }
}
