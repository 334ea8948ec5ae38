package org.pagetck.properties.subject.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.OptionalLong;
import org.pagetck.properties.subject.SubjectFailedException;

/// Mappings of pages in this process (`mmap`).
final class Pages {
  private static final long PROT_NONE = 0;
  private static final long PROT_READ_WRITE = 3;
  private static final long MAP_SHARED = 0x01;
  private static final long MAP_PRIVATE = 0x02;
  private static final long MAP_FIXED = 0x10;
  private static final long MAP_ANONYMOUS = 0x20;
  private static final long MAP_NORESERVE = 0x4000;
  private static final long NO_FILE = -1;

  private Pages() {}

  /// Reserves `bytes` bytes that no access may touch; returns their address, or nothing where the
  /// process may not have so many.
  static OptionalLong reserve(long bytes) {
    var address =
        SystemCall.MMAP.call(
            0, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, NO_FILE, 0);
    return address == -1 ? OptionalLong.empty() : OptionalLong.of(address);
  }

  /// Puts zero bytes of this process at `address`, in place of what is mapped there.
  static void placePrivate(long address, long bytes) {
    check(
        SystemCall.MMAP.call(
            address, bytes, PROT_READ_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, NO_FILE, 0),
        bytes);
  }

  /// Puts the bytes of the file at `address`, in place of what is mapped there.
  static void placeShared(long address, long bytes, int descriptor) {
    check(
        SystemCall.MMAP.call(
            address, bytes, PROT_READ_WRITE, MAP_SHARED | MAP_FIXED, descriptor, 0),
        bytes);
  }

  /// Maps the bytes of the file wherever there is room; the mapping ends with `arena`.
  @SuppressWarnings("restricted")
  static MemorySegment map(int descriptor, long bytes, Arena arena) {
    var address = SystemCall.MMAP.call(0, bytes, PROT_READ_WRITE, MAP_SHARED, descriptor, 0);
    check(address, bytes);
    return MemorySegment.ofAddress(address)
        .reinterpret(bytes, arena, segment -> unmap(segment.address(), bytes));
  }

  /// Removes what is mapped at `address`.
  static void unmap(long address, long bytes) {
    SystemCall.MUNMAP.call(address, bytes, 0, 0);
  }

  private static void check(long address, long bytes) {
    if (address == -1) {
      throw new SubjectFailedException(
          "the kernel gives no room for %d bytes of memory".formatted(bytes));
    }
  }
}
