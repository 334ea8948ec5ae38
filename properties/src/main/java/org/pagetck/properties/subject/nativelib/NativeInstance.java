package org.pagetck.properties.subject.nativelib;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.properties.subject.Instance;
import org.pagetck.properties.subject.SubjectFailedException;
import org.pagetck.properties.subject.foreign.GuardedMemory;

/// A native mapper in this process, for trusted ones: what kills or stops the mapper does the same
/// to the suite.
final class NativeInstance implements Instance {
  /// Wide enough for any offset below 64 GiB, and small enough for many copies in one process.
  private static final long GUARD_BYTES = 1L << 36;

  private final NativeLibrary library;
  private final GuardedMemory blockBytes;
  private final HostBlock block;
  private final CallAccount account;
  private @Nullable GuardedMemory memory;
  private @Nullable Opening opening;
  private long mapper;

  NativeInstance(NativeLibrary library) {
    this.library = library;
    this.blockBytes = GuardedMemory.allocate(HostBlock.SIZE_BYTES, GuardedMemory.GUARD_BYTES_MIN);
    this.block = new HostBlock(blockBytes.bytes());
    this.account = new CallAccount(block);
  }

  @Override
  public MemorySegment memory(long sizeBytes) {
    var last = memory;
    if (last != null && last.bytes().byteSize() == sizeBytes) {
      return last.bytes();
    }
    if (last != null) {
      last.close();
    }
    var fresh = GuardedMemory.allocate(sizeBytes, GUARD_BYTES);
    memory = fresh;
    return fresh.bytes();
  }

  @Override
  public void open(Opening opening) {
    var given = memory;
    if (given == null) {
      throw new IllegalStateException("open without memory");
    }
    block.describe(opening, given.bytes().byteSize());
    account.offer(opening.stock());
    mapper = library.open(block.connect(given.address()));
    account
        .settle(opening.stock(), opening.log())
        .ifPresent(what -> {
          throw new SubjectFailedException("pagetck_open did what it must not: " + what);
        });
    this.opening = opening;
  }

  @Override
  public Outcome call(Operation operation) {
    var open = opened();
    account.offer(open.stock());
    var status = library.call(mapper, operation, block.clearResult());
    var garbled = account.settle(open.stock(), open.log());
    return garbled.isPresent()
        ? new Outcome.Garbled(garbled.get())
        : NativeAnswer.read(operation, status, block);
  }

  private Opening opened() {
    var open = opening;
    if (open == null) {
      throw new IllegalStateException("call without open");
    }
    return open;
  }

  @Override
  public String diagnostics() {
    return "";
  }

  @Override
  public Optional<Outcome.Failed> endTrace() {
    var open = opening;
    if (open == null) {
      return Optional.empty();
    }
    opening = null;
    account.offer(open.stock());
    library.close(mapper);
    return account.settle(open.stock(), open.log()).map(Outcome.Garbled::new);
  }

  @Override
  public void close() {
    endTrace();
    blockBytes.close();
    if (memory != null) {
      memory.close();
    }
  }
}
