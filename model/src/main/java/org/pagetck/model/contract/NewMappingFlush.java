package org.pagetck.model.contract;

/// What the map of an absent page asks to flush.
public enum NewMappingFlush implements Policy {
  /// Nothing.
  NONE,
  /// The page may be named; it is reported as more than needed.
  PAGE;

  @Override
  public String key() {
    return "new-mapping-flush";
  }
}
