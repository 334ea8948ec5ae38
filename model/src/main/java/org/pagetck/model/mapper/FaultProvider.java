package org.pagetck.model.mapper;

import java.util.List;

/// Offers faulty mappers, by a service of their own so that none is loaded by accident.
public interface FaultProvider {
  /// Returns the faults.
  List<Fault> faults();
}
