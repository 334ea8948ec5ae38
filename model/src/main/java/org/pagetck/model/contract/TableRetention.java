package org.pagetck.model.contract;

/// What becomes of a table that unmap emptied.
public enum TableRetention implements Policy {
  /// It stays until cleanUp.
  RETAINED,
  /// The call that emptied it unlinks it, flushes and gives it back, and so on upwards.
  FREED_WHEN_EMPTY;

  @Override
  public String key() {
    return "table-retention";
  }
}
