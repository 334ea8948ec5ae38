package org.pagetck.impl.mapper;

/// What became of a table that was to be edited through itself.
public sealed interface RecursionCheck {
  /// It can be.
  record Recursive(RecursivePageTable mapper) implements RecursionCheck {}

  /// It cannot be, for `reason`.
  record Invalid(InvalidPageTable reason) implements RecursionCheck {}
}
