package org.pagetck.properties.mmu;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import org.pagetck.model.paging.MmuFailedException;

/// The system calls that KVM is reached by. For one thread.
@SuppressWarnings("restricted")
final class LinuxCalls implements AutoCloseable {
  /// The call was interrupted by a signal.
  static final int EINTR = 4;

  private static final int O_RDWR_CLOEXEC = 0x8_0002;
  private static final int PROT_READ_WRITE = 3;
  private static final int MAP_SHARED = 1;

  private static final NativeFunction OPEN = function("open");
  private static final NativeFunction CLOSE = function("close");
  private static final NativeFunction IOCTL = function("ioctl");
  private static final NativeFunction MMAP = function("mmap");
  private static final NativeFunction MUNMAP = function("munmap");
  private static final NativeFunction STRERROR = function("strerror");

  private final Arena arena = Arena.ofShared();
  private final MemorySegment state = arena.allocate(NativeFunction.STATE);

  private static NativeFunction function(String name) {
    return Linker.nativeLinker()
        .defaultLookup()
        .find(name)
        .map(NativeFunction::new)
        .orElseThrow(() -> new MmuFailedException("the C library lacks " + name));
  }

  /// Opens a device for reading and writing.
  ///
  /// @throws MmuFailedException if it does not open, with the system's reason
  int open(String path) {
    try (var names = Arena.ofConfined()) {
      var name = names.allocateFrom(path).address();
      return require((int) OPEN.callForErrno(state, name, O_RDWR_CLOEXEC, 0, 0, 0, 0), path);
    }
  }

  void close(int descriptor) {
    CLOSE.callForErrno(state, descriptor, 0, 0, 0, 0, 0);
  }

  /// Returns the result, or the negative error number.
  int tryControl(int descriptor, long request, long argument) {
    var result = (int) IOCTL.callForErrno(state, descriptor, request, argument, 0, 0, 0);
    return result < 0 ? -NativeFunction.errno(state) : result;
  }

  /// Returns the result.
  ///
  /// @param what the request's name, for the failure's sentence
  /// @throws MmuFailedException if the request fails
  int control(int descriptor, long request, long argument, String what) {
    return require((int) IOCTL.callForErrno(state, descriptor, request, argument, 0, 0, 0), what);
  }

  private int require(int result, String what) {
    if (result < 0) {
      throw new MmuFailedException(what + ": " + text(NativeFunction.errno(state)));
    }
    return result;
  }

  /// Maps the first `sizeBytes` bytes of a device.
  MemorySegment map(int descriptor, long sizeBytes) {
    var address =
        MMAP.callForErrno(state, 0, sizeBytes, PROT_READ_WRITE, MAP_SHARED, descriptor, 0);
    if (address == -1) {
      throw new MmuFailedException("mmap: " + text(NativeFunction.errno(state)));
    }
    return MemorySegment.ofAddress(address).reinterpret(sizeBytes);
  }

  void unmap(MemorySegment bytes) {
    MUNMAP.callForErrno(state, bytes.address(), bytes.byteSize(), 0, 0, 0, 0);
  }

  /// Returns the system's words for an error number.
  static String text(int errno) {
    var address = STRERROR.callForWord(errno, 0, 0, 0, 0);
    return MemorySegment.ofAddress(address).reinterpret(256).getString(0);
  }

  @Override
  public void close() {
    arena.close();
  }
}
