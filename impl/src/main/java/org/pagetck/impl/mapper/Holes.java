package org.pagetck.impl.mapper;

/// What the removal of a range does where nothing is mapped.
public enum Holes {
  /// It stops there, NOT_MAPPED.
  REFUSED,
  /// It goes on behind what is not mapped. RESERVED entries stay.
  SKIPPED
}
