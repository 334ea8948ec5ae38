package org.pagetck.properties.subject.worker;

import java.nio.file.Path;
import java.util.Set;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.properties.subject.foreign.GuardedMemory;
import org.pagetck.properties.subject.nativelib.HostBlock;
import org.pagetck.properties.subject.nativelib.NativeLibrary;

/// A shared library in a worker.
final class NativeGuest implements Guest {
  private final NativeLibrary library;
  private final HostBlock host;
  private long mapper;

  NativeGuest(Path path, ControlBlock block) {
    this.library = NativeLibrary.load(path);
    this.host = block.host();
  }

  @Override
  public String describe() {
    return library.describe();
  }

  @Override
  public Set<OperationKind> operations() {
    return library.operations();
  }

  @Override
  public void open(GuardedMemory memory) {
    mapper = library.open(host.connect(memory.address()));
  }

  @Override
  public long call(Operation operation) {
    return Integer.toUnsignedLong(library.call(mapper, operation, host.clearResult()));
  }

  @Override
  public long close() {
    library.close(mapper);
    return 0;
  }
}
