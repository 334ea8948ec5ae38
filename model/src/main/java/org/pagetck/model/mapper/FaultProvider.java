package org.pagetck.model.mapper;

import java.util.List;

/// Offers faulty mappers, and right ones with other policies, by a service of their own so that
/// none is loaded by accident.
public interface FaultProvider {
  /// Returns the faults.
  List<Fault> faults();

  /// Returns a right mapper that keeps the policies which `declares` names.
  ///
  /// @param name the name that selects it
  /// @param declares lines of a declaration
  /// @throws IllegalArgumentException if `declares` is none
  MapperProvider keeping(String name, String declares);
}
