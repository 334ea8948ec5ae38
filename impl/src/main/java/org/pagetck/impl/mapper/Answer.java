package org.pagetck.impl.mapper;

import java.util.Optional;
import org.pagetck.impl.table.PageTableEntry;
import org.pagetck.model.operation.Refusal;

/// What a mapper answers: it was done, and this came of it, or it was refused, and nothing changed
/// that [Refusal#NO_FRAME] does not allow.
///
/// @param <T> what comes of it
public sealed interface Answer<T> {
  /// It was done.
  ///
  /// @param value what came of it
  record Done<T>(T value) implements Answer<T> {}

  /// It was refused.
  ///
  /// @param reason why
  /// @param level level of the entry that decided; 0 where the arguments did
  /// @param word what stood there
  record Refused<T>(Refusal reason, int level, long word) implements Answer<T> {
    /// Returns the entry that decided, or nothing where the arguments did.
    public Optional<PageTableEntry> entry() {
      return level == 0 ? Optional.empty() : Optional.of(new PageTableEntry(level, word));
    }
  }

  /// Returns what came of it, or nothing where it was refused.
  default Optional<T> done() {
    return switch (this) {
      case Done<T>(var value) -> Optional.of(value);
      case Refused<T> _ -> Optional.empty();
    };
  }

  /// Returns why it was refused, or nothing where it was done.
  default Optional<Refusal> refusal() {
    return switch (this) {
      case Done<T> _ -> Optional.empty();
      case Refused<T> refused -> Optional.of(refused.reason());
    };
  }
}
