package org.pagetck.model.contract;

/// What map does where the leaf slot is occupied. Links and malformed entries are refused under
/// every value.
public enum OccupiedSlot implements Policy {
  /// ALREADY_MAPPED.
  REFUSED,
  /// It succeeds without a change where frame, flags and size are those that stand there, and is
  /// refused otherwise.
  IDENTICAL_ACCEPTED,
  /// A leaf or a RESERVED entry is replaced.
  REPLACED;

  @Override
  public String key() {
    return "occupied-slot";
  }
}
