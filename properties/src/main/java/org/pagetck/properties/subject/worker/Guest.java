package org.pagetck.properties.subject.worker;

import java.util.Set;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.properties.subject.foreign.GuardedMemory;

/// What a worker runs: one subject, of whatever kind. Answers are statuses; their contents stand in
/// the [ControlBlock].
interface Guest {
  /// Returns the declaration.
  ///
  /// @throws org.pagetck.properties.subject.SubjectFailedException if there is none
  String describe();

  /// Returns the operations that the subject has entry points for.
  Set<OperationKind> operations();

  /// Opens a mapper over `memory`, as the host in the block says.
  ///
  /// @throws org.pagetck.properties.subject.SubjectFailedException if it cannot be opened
  void open(GuardedMemory memory);

  /// Carries out `operation` and returns the status.
  long call(Operation operation);

  /// Closes the mapper and returns the status.
  long close();
}
