package org.pagetck.properties.subject.worker;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.pagetck.properties.subject.foreign.SharedFile;

/// The memory of an instance, which each of its workers maps in turn.
final class SharedMemory implements AutoCloseable {
  private static final AtomicLong GENERATIONS = new AtomicLong();

  private @Nullable Mapped mapped;

  private record Mapped(SharedFile file, Arena arena, MemorySegment bytes, long generation) {
    static Mapped ofSize(long sizeBytes) {
      var file = SharedFile.create(sizeBytes);
      var arena = Arena.ofShared();
      return new Mapped(file, arena, file.map(arena), GENERATIONS.incrementAndGet());
    }

    void close() {
      arena.close();
      file.close();
    }
  }

  /// Returns memory of `sizeBytes` bytes: that of last time where the size is the same, else zeros.
  MemorySegment ofSize(long sizeBytes) {
    var last = mapped;
    if (last != null && last.bytes().byteSize() == sizeBytes) {
      return last.bytes();
    }
    close();
    var fresh = Mapped.ofSize(sizeBytes);
    mapped = fresh;
    return fresh.bytes();
  }

  private Mapped mapped() {
    var last = mapped;
    if (last == null) {
      throw new IllegalStateException("open without memory");
    }
    return last;
  }

  /// Returns its length in bytes.
  long sizeBytes() {
    return mapped().bytes().byteSize();
  }

  /// Writes the request that opens a mapper over it.
  void request(ControlBlock block) {
    var last = mapped();
    block.setRequest(
        ControlBlock.OPEN,
        last.file().descriptor(),
        last.file().sizeBytes(),
        last.generation(),
        0,
        0);
  }

  @Override
  public void close() {
    if (mapped != null) {
      mapped.close();
      mapped = null;
    }
  }
}
