package org.pagetck.model.contract;

/// What NO_FRAME leaves behind.
public enum AllocationFailure implements Policy {
  /// The tables made so far stay linked, empty, with the flags that they would have had; existing
  /// links are as before.
  TABLES_KEPT,
  /// As TABLES_KEPT, and existing links may have gained rights already.
  TABLES_KEPT_WIDENED,
  /// Nothing: bytes and frames are as before.
  ROLLED_BACK;

  @Override
  public String key() {
    return "allocation-failure";
  }
}
