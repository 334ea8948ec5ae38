package org.pagetck.properties.subject.foreign;

/// The processor that a thread runs on.
public final class Processor {
  private static final ForeignFunction GET_CPU = DynamicLibrary.libc("sched_getcpu");

  private Processor() {}

  /// Returns the number of the one that this thread runs on now.
  public static int current() {
    return (int) GET_CPU.call();
  }
}
