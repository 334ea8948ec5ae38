package org.pagetck.model.contract;

/// What map and updateFlags make of flags without PRESENT.
public enum NonPresent implements Policy {
  /// They are stored: a RESERVED entry.
  RESERVED,
  /// INVALID_FLAGS.
  REFUSED,
  /// PRESENT is always added.
  FORCED;

  @Override
  public String key() {
    return "non-present";
  }
}
