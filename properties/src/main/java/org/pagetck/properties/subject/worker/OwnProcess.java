package org.pagetck.properties.subject.worker;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import org.pagetck.properties.subject.foreign.SystemCall;

/// What a worker asks of the kernel for itself, so that nothing of it is left behind. The kernel
/// keeps these promises whatever the subject has done to the worker.
final class OwnProcess {
  private static final int RLIMIT_CORE = 4;
  private static final int F_SETFL = 4;
  private static final int F_SETOWN = 8;
  private static final int F_SETSIG = 10;
  private static final int O_ASYNC = 0x2000;
  private static final int SIGKILL = 9;
  private static final short POLLHUP = 0x10;
  private static final int STANDARD_INPUT = 0;

  private OwnProcess() {}

  /// Forbids core dumps.
  static void dieWithoutCore() {
    try (var arena = Arena.ofConfined()) {
      var none = arena.allocate(16, 8);
      SystemCall.PRLIMIT64.call(0, RLIMIT_CORE, none.address(), 0);
    }
  }

  /// Has the kernel kill this process when the other end of its standard input is closed, which
  /// happens at the latest when the process that holds it ends. Nothing is ever written there.
  static void dieWithStandardInput() {
    SystemCall.FCNTL.call(STANDARD_INPUT, F_SETOWN, ProcessHandle.current().pid(), 0);
    SystemCall.FCNTL.call(STANDARD_INPUT, F_SETSIG, SIGKILL, 0);
    SystemCall.FCNTL.call(STANDARD_INPUT, F_SETFL, O_ASYNC, 0);
    if (isInputClosed()) {
      SystemCall.EXIT_GROUP.call(0, 0, 0, 0);
    }
  }

  /// Tells whether the other end was closed before the kernel was asked to tell.
  private static boolean isInputClosed() {
    try (var arena = Arena.ofConfined()) {
      var question = arena.allocate(8, 8);
      question.set(JAVA_INT, 0, STANDARD_INPUT);
      var noWait = arena.allocate(16, 8);
      SystemCall.PPOLL.call(question.address(), 1, noWait.address(), 0);
      return (question.get(JAVA_SHORT, 6) & POLLHUP) != 0;
    }
  }
}
