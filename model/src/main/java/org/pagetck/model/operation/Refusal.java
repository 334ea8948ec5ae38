package org.pagetck.model.operation;

import java.util.List;
import java.util.Optional;

/// Why an operation was refused.
public enum Refusal {
  /// The leaf slot is occupied.
  ALREADY_MAPPED,
  /// A slot above the leaf's is a leaf, or malformed.
  PARENT_HUGE_PAGE,
  /// A slot above the leaf's is RESERVED.
  PARENT_RESERVED,
  /// The leaf slot holds a link to a table.
  TABLE_ENTRY,
  /// Nothing is mapped there.
  NOT_MAPPED,
  /// No frame was to be had for a table.
  NO_FRAME,
  /// The stored entry holds an address that no leaf of its size can have.
  INVALID_FRAME_ADDRESS,
  /// The flags cannot be stored.
  INVALID_FLAGS,
  /// An address is not canonical.
  NON_CANONICAL,
  /// An address is no multiple of the page size.
  MISALIGNED,
  /// A frame is past the physical width, or a level is out of bounds.
  OUT_OF_RANGE,
  /// Refused, and the mapper does not say why.
  REFUSED;

  private static final List<Refusal> ALL = List.of(values());

  /// Returns all reasons.
  public static List<Refusal> all() {
    return ALL;
  }

  /// Returns the reason of that name, or nothing.
  public static Optional<Refusal> byName(String name) {
    return ALL.stream().filter(reason -> reason.name().equals(name)).findFirst();
  }
}
