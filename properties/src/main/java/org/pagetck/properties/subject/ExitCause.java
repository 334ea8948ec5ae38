package org.pagetck.properties.subject;

import java.util.Map;
import java.util.Optional;

/// Why a process ended, by its exit value: by a signal, or by itself.
public final class ExitCause {
  private static final int SIGNALED = 128;
  private static final Map<Integer, String> SIGNALS =
      Map.ofEntries(
          Map.entry(1, "SIGHUP"),
          Map.entry(2, "SIGINT"),
          Map.entry(3, "SIGQUIT"),
          Map.entry(4, "SIGILL"),
          Map.entry(5, "SIGTRAP"),
          Map.entry(6, "SIGABRT"),
          Map.entry(7, "SIGBUS"),
          Map.entry(8, "SIGFPE"),
          Map.entry(9, "SIGKILL"),
          Map.entry(11, "SIGSEGV"),
          Map.entry(13, "SIGPIPE"),
          Map.entry(14, "SIGALRM"),
          Map.entry(15, "SIGTERM"),
          Map.entry(31, "SIGSYS"));

  private ExitCause() {}

  /// Returns the signal's name, or `exit status N`.
  ///
  /// @param value as Java gives it: the exit status, or 128 and the number of the signal
  public static String of(int value) {
    return Optional.ofNullable(SIGNALS.get(value - SIGNALED)).orElse("exit status " + value);
  }
}
