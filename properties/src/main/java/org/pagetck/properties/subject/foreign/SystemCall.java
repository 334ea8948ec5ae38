package org.pagetck.properties.subject.foreign;

/// A system call of Linux, by its number on each architecture (the kernel's `syscall_64.tbl` and
/// `asm-generic/unistd.h`).
public enum SystemCall {
  /// Opens a file.
  OPENAT(257, 56),
  /// Closes a file descriptor.
  CLOSE(3, 57),
  /// Sets what a file descriptor does.
  FCNTL(72, 25),
  /// Sets the length of a file.
  FTRUNCATE(77, 46),
  /// Makes a file that has no name and lies in memory.
  MEMFD_CREATE(319, 279),
  /// Maps pages.
  MMAP(9, 222),
  /// Removes mappings of pages.
  MUNMAP(11, 215),
  /// Waits for a word in memory to change, and wakes those who wait.
  FUTEX(202, 98),
  /// Asks whether something happened to file descriptors.
  PPOLL(271, 73),
  /// Limits what a process may use.
  PRLIMIT64(302, 261),
  /// Ends the process at once.
  EXIT_GROUP(231, 94);

  private static final ForeignFunction SYSCALL = DynamicLibrary.libc("syscall");
  private static final boolean X86 = !Platform.isArm();

  private final int x86;
  private final int arm;

  SystemCall(int x86, int arm) {
    this.x86 = x86;
    this.arm = arm;
  }

  /// Carries it out; returns its result, -1 for any error.
  public long call(long a, long b, long c, long d, long e, long f) {
    return SYSCALL.call(X86 ? x86 : arm, a, b, c, d, e, f);
  }

  /// Carries it out with up to four arguments; returns its result, -1 for any error.
  public long call(long a, long b, long c, long d) {
    return call(a, b, c, d, 0, 0);
  }
}
