package org.pagetck.properties.subject.foreign;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// A C function that takes at most seven integers or pointers and gives one, or nothing.
///
/// One call shape serves them all, because linking a shape costs a starting process tens of
/// milliseconds. The calling conventions of Linux pass each such argument in a place of 64 bits of
/// its own, in the same order whatever follows, and a callee ignores places that it has no
/// parameter for and the upper half of those that it declares as 32 bits (System V ABI for x86-64,
/// "Parameter Passing"; AAPCS64, "Parameter passing"). A result of 32 bits is the lower half of
/// what comes back.
///
/// @param address where it starts
public record ForeignFunction(MemorySegment address) {
  @SuppressWarnings("restricted")
  private static final MethodHandle CALL =
      Linker.nativeLinker()
          .downcallHandle(
              FunctionDescriptor.of(
                  JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                  JAVA_LONG));

  /// Calls it without arguments.
  public long call() {
    return call(0, 0, 0, 0, 0, 0, 0);
  }

  /// Calls it with up to two arguments.
  public long call(long a, long b) {
    return call(a, b, 0, 0, 0, 0, 0);
  }

  /// Calls it with up to five arguments.
  public long call(long a, long b, long c, long d, long e) {
    return call(a, b, c, d, e, 0, 0);
  }

  /// Calls it with up to seven arguments.
  public long call(long a, long b, long c, long d, long e, long f, long g) {
    try {
      return (long) CALL.invokeExact(address, a, b, c, d, e, f, g);
    } catch (Throwable thrown) {
      throw new AssertionError("a C function cannot throw", thrown);
    }
  }
}
