package org.pagetck.properties.subject.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.pagetck.properties.subject.SubjectFailedException;

/// Memory between two wide regions that no access may touch: whoever takes a physical address for
/// an offset, or runs past an end, is stopped there and then.
public final class GuardedMemory implements AutoCloseable {
  /// The least width of a guard, on either side.
  public static final long GUARD_BYTES_MIN = 1L << 34;

  private static final long PAGE_BYTES = 4096;

  private final long reserved;
  private final long guardBytes;
  private final long mappedBytes;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment bytes;

  @SuppressWarnings("restricted")
  private GuardedMemory(long reserved, long guardBytes, long mappedBytes, long sizeBytes) {
    this.reserved = reserved;
    this.guardBytes = guardBytes;
    this.mappedBytes = mappedBytes;
    this.bytes =
        MemorySegment.ofAddress(reserved + guardBytes)
            .reinterpret(
                sizeBytes, arena, _ -> Pages.unmap(reserved, mappedBytes + 2 * guardBytes));
  }

  /// Returns `sizeBytes` zero bytes of this process, with guards of `guardBytes` or, where there is
  /// no room for that, less.
  ///
  /// @throws SubjectFailedException if there is no room for guards of [#GUARD_BYTES_MIN]
  public static GuardedMemory allocate(long sizeBytes, long guardBytes) {
    var memory = reserve(sizeBytes, guardBytes);
    Pages.placePrivate(memory.address(), memory.mappedBytes);
    return memory;
  }

  /// Returns the bytes of `file`, guarded alike.
  ///
  /// @throws SubjectFailedException if there is no room for guards of [#GUARD_BYTES_MIN]
  public static GuardedMemory map(SharedFile file, long guardBytes) {
    var memory = reserve(file.sizeBytes(), guardBytes);
    Pages.placeShared(memory.address(), memory.mappedBytes, file.descriptor());
    return memory;
  }

  private static GuardedMemory reserve(long sizeBytes, long wished) {
    var mappedBytes = (sizeBytes + PAGE_BYTES - 1) & -PAGE_BYTES;
    for (var guardBytes = wished; guardBytes >= GUARD_BYTES_MIN; guardBytes /= 2) {
      var reserved = Pages.reserve(mappedBytes + 2 * guardBytes);
      if (reserved.isPresent()) {
        return new GuardedMemory(reserved.getAsLong(), guardBytes, mappedBytes, sizeBytes);
      }
    }
    throw new SubjectFailedException(
        "the address space of this process is limited below the %d GiB that guards around a subject's memory need"
            .formatted((2 * GUARD_BYTES_MIN) >> 30));
  }

  /// Returns the memory itself.
  public MemorySegment bytes() {
    return bytes;
  }

  /// Returns where it starts in this process.
  public long address() {
    return reserved + guardBytes;
  }

  /// Returns the width of each guard.
  public long guardBytes() {
    return guardBytes;
  }

  /// Gives memory and guards back.
  @Override
  public void close() {
    arena.close();
  }
}
