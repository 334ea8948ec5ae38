package org.pagetck.model.mapper;

/// Offers one mapper to the suite; found by `ServiceLoader` or by class name.
public interface MapperProvider {
  /// Returns the name that selects it: `mapped`.
  String name();

  /// Returns the declaration: `key = value` lines.
  String describe();

  /// Opens a mapper over `host`, which outlives it.
  Mapper open(Host host);
}
