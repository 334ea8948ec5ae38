package org.pagetck.model.contract;

/// What updateFlags does to ACCESSED and DIRTY.
public enum AccessedDirty implements Policy {
  /// They become what the argument says.
  REPLACED,
  /// Bits that are set stay set.
  PRESERVED;

  @Override
  public String key() {
    return "accessed-dirty";
  }
}
