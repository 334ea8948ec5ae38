package org.pagetck.properties.law;

import java.util.HashSet;
import java.util.ServiceLoader;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.properties.exhaust.OperationMapper;

/// Mappers that break laws.
final class LawBreakers {
  private LawBreakers() {}

  static MapperProvider altered(OperationMapper.Behaviour behaviour) {
    return new OperationMapper.Provider("", behaviour);
  }

  static MapperProvider fault(String id) {
    LawBreakers.class.getModule().addUses(FaultProvider.class);
    return ServiceLoader.load(FaultProvider.class).stream()
        .flatMap(provider -> provider.get().faults().stream())
        .filter(fault -> fault.id().equals(id))
        .findFirst()
        .orElseThrow()
        .provider();
  }

  static MapperProvider remembering() {
    return altered((right, _) -> {
      var mapped = new HashSet<Long>();
      return call -> {
        if (call instanceof Operation.AnyMap map) {
          mapped.add(map.page());
        }
        return call instanceof Operation.Unmap unmap && !mapped.contains(unmap.page())
            ? Outcome.refused(owed(right, unmap))
            : right.apply(call);
      };
    });
  }

  /// Returns what the right mapper refuses the unmap for, or else NOT_MAPPED.
  private static Refusal owed(Mapper right, Operation.Unmap unmap) {
    return right.apply(new Operation.TranslatePage(unmap.page(), unmap.size()))
            instanceof Outcome.Refused(Refusal reason)
        ? reason
        : Refusal.NOT_MAPPED;
  }
}
