package org.pagetck.model.contract;

/// Which frames a map takes.
public enum Allocation implements Policy {
  /// One for each missing level, and no other.
  EXACT,
  /// Frames may be taken ahead and given back in the same call; NO_FRAME may then come before
  /// another cause.
  RESERVED;

  @Override
  public String key() {
    return "allocation";
  }
}
