package org.pagetck.properties.subject;

import java.util.Optional;
import java.util.Set;
import org.pagetck.model.operation.OperationKind;

/// A mapper under test that can be started any number of times.
public interface Subject extends AutoCloseable {
  /// Returns the spelling that selects it on the command line: `mapped`, `native:libacme.so`.
  String spelling();

  /// Returns what it says of itself: `key = value` lines.
  String describe();

  /// Returns the operations that its adapter has an entry point for, or nothing where only the
  /// declaration tells.
  default Optional<Set<OperationKind>> operations() {
    return Optional.empty();
  }

  /// Tells whether what it stores is seen as it happens, so that a processor can come between.
  default boolean showsStoresAsTheyHappen() {
    return false;
  }

  /// Starts a copy.
  ///
  /// @throws SubjectFailedException if it cannot be started
  Instance start();

  /// Ends what all copies share.
  @Override
  default void close() {}
}
