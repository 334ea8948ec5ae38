package org.pagetck.properties.subject.worker;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.properties.subject.SubjectFailedException;
import org.pagetck.properties.subject.foreign.GuardedMemory;
import org.pagetck.properties.subject.nativelib.NativeLibrary;

/// No subject at all: what a worker runs while its archive is made. It goes the ways that a native
/// subject goes, as far as that can be done without one.
final class RehearsalGuest implements Guest {
  private static final long UNSUPPORTED = 100;

  private final ControlBlock block;
  private final String declaration;

  /// Tries to load `noLibrary`, which is none.
  RehearsalGuest(Path noLibrary, ControlBlock block) {
    this.block = block;
    this.declaration = refusal(noLibrary);
  }

  private static String refusal(Path noLibrary) {
    try {
      return NativeLibrary.load(noLibrary).describe();
    } catch (SubjectFailedException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public String describe() {
    return declaration;
  }

  @Override
  public Set<OperationKind> operations() {
    return EnumSet.allOf(OperationKind.class);
  }

  @Override
  public void open(GuardedMemory memory) {
    block.host().connect(memory.address());
  }

  @Override
  public long call(Operation operation) {
    block.host().clearResult();
    return UNSUPPORTED;
  }

  @Override
  public long close() {
    return 0;
  }
}
