package org.pagetck.properties.mmu;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// A C function of up to six integers or pointers that gives an integer, or nothing.
///
/// One shape of call serves them all, also the variadic ones: on Linux such arguments go into the
/// same registers of 64 bits in the same order, and the callee leaves alone what it has no
/// parameter for (System V ABI for x86-64, "Parameter Passing"; AAPCS64, "Parameter Passing").
///
/// @param address where it starts
@SuppressWarnings("restricted")
record NativeFunction(MemorySegment address) {
  private static final FunctionDescriptor SHAPE =
      FunctionDescriptor.of(
          JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle CALL = Linker.nativeLinker().downcallHandle(SHAPE);
  private static final MethodHandle CALL_FOR_ERRNO =
      Linker.nativeLinker().downcallHandle(SHAPE, Linker.Option.captureCallState("errno"));

  /// What the memory behind `state` of [#callForErrno] looks like.
  static final StructLayout STATE = Linker.Option.captureStateLayout();

  private static final VarHandle ERRNO =
      STATE.varHandle(StructLayout.PathElement.groupElement("errno"));

  /// Calls it and returns the lower 32 bits of its result.
  int call(long a, long b, long c, long d, long e) {
    return (int) callForWord(a, b, c, d, e);
  }

  /// Calls it and returns all of its result.
  long callForWord(long a, long b, long c, long d, long e) {
    try {
      return (long) CALL.invokeExact(address, a, b, c, d, e, 0L);
    } catch (Throwable thrown) {
      throw new AssertionError("a C function cannot throw", thrown);
    }
  }

  /// Calls a function of the C library; [#errno] says afterwards why it gave -1.
  long callForErrno(MemorySegment state, long a, long b, long c, long d, long e, long f) {
    try {
      return (long) CALL_FOR_ERRNO.invokeExact(address, state, a, b, c, d, e, f);
    } catch (Throwable thrown) {
      throw new AssertionError("a C function cannot throw", thrown);
    }
  }

  /// Returns the error number that [#callForErrno] left in `state`.
  static int errno(MemorySegment state) {
    return (int) ERRNO.get(state, 0L);
  }
}
