package org.pagetck.model.entry;

/// The state of a slot. The order of the constants is the order of the tests.
public enum SlotState {
  /// The word is 0.
  EMPTY,
  /// PRESENT is clear and the word is not 0: a guard or swap marker, absent for hardware.
  RESERVED,
  /// Points at a table of the next level inside the memory.
  LINK,
  /// Translates a page.
  LEAF,
  /// PRESENT, and neither link nor leaf: hardware would fault or read outside the memory.
  MALFORMED
}
