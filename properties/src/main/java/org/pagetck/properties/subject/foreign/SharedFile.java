package org.pagetck.properties.subject.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.pagetck.properties.subject.SubjectFailedException;

/// Bytes that two processes share: a file in memory that has no name, so that nothing of it is left
/// when the last process that holds it ends, however it ends.
public final class SharedFile implements AutoCloseable {
  private static final long CLOSE_ON_EXEC = 1;
  private static final long AT_FDCWD = -100;
  private static final long O_RDWR_CLOEXEC = 0x80002;

  private final int descriptor;
  private final long sizeBytes;

  private SharedFile(int descriptor, long sizeBytes) {
    this.descriptor = descriptor;
    this.sizeBytes = sizeBytes;
  }

  /// Makes one of `sizeBytes` zero bytes.
  ///
  /// @throws SubjectFailedException if the kernel refuses
  public static SharedFile create(long sizeBytes) {
    try (var arena = Arena.ofConfined()) {
      var name = arena.allocateFrom("pagetck");
      var descriptor = (int) SystemCall.MEMFD_CREATE.call(name.address(), CLOSE_ON_EXEC, 0, 0);
      if (descriptor < 0 || SystemCall.FTRUNCATE.call(descriptor, sizeBytes, 0, 0) < 0) {
        throw new SubjectFailedException(
            "the kernel gives no %d bytes of memory to share with a worker".formatted(sizeBytes));
      }
      return new SharedFile(descriptor, sizeBytes);
    }
  }

  /// Opens the one that process `pid` holds under `descriptor`.
  ///
  /// @throws SubjectFailedException if it cannot be opened
  public static SharedFile open(long pid, int descriptor, long sizeBytes) {
    try (var arena = Arena.ofConfined()) {
      var path = path(pid, descriptor);
      var opened =
          (int)
              SystemCall.OPENAT.call(
                  AT_FDCWD, arena.allocateFrom(path).address(), O_RDWR_CLOEXEC, 0);
      if (opened < 0) {
        throw new SubjectFailedException("a worker cannot open the shared memory " + path);
      }
      return new SharedFile(opened, sizeBytes);
    }
  }

  private static String path(long pid, int descriptor) {
    return "/proc/%d/fd/%d".formatted(pid, descriptor);
  }

  /// Returns a path under which other processes of the same user can open it, for as long as this
  /// process holds it.
  public String path() {
    return path(ProcessHandle.current().pid(), descriptor);
  }

  /// Returns the descriptor under which this process holds it.
  public int descriptor() {
    return descriptor;
  }

  /// Returns its length in bytes.
  public long sizeBytes() {
    return sizeBytes;
  }

  /// Maps it; the mapping ends with `arena`.
  public MemorySegment map(Arena arena) {
    return Pages.map(descriptor, sizeBytes, arena);
  }

  /// Lets go of the descriptor; mappings stay.
  @Override
  public void close() {
    SystemCall.CLOSE.call(descriptor, 0, 0, 0);
  }
}
