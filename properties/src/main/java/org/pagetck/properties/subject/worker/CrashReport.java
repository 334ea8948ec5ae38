package org.pagetck.properties.subject.worker;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What the report says that Java writes when a signal ends it: the signal, and the address that an
/// access went to.
final class CrashReport {
  private static final String TITLE =
      "# A fatal error has been detected by the Java Runtime Environment:";
  private static final Pattern SIGNAL = Pattern.compile("#\\s+(SIG[A-Z]+) \\(0x.*");
  private static final Pattern FAULT =
      Pattern.compile("siginfo: si_signo: \\d+ \\((SIG[A-Z]+)\\).* si_addr: 0x([0-9a-f]{1,16}).*");

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

  private boolean begun;
  private boolean complete;
  private String signal = "";
  private OptionalLong faultAddress = OptionalLong.empty();

  /// Reads one line of what the worker writes.
  void read(String line) {
    if (line.equals(TITLE)) {
      begun = true;
    }
    if (!begun || complete) {
      return;
    }
    var named = SIGNAL.matcher(line);
    if (named.matches()) {
      signal = named.group(1);
    }
    var fault = FAULT.matcher(line);
    if (fault.matches()) {
      signal = fault.group(1);
      faultAddress = OptionalLong.of(Long.parseUnsignedLong(fault.group(2), 16));
      complete = true;
    }
  }

  /// Tells whether all that matters has been read.
  boolean isComplete() {
    return complete;
  }

  /// Returns the address that the access went to which ended the worker, or nothing where that is
  /// not known.
  OptionalLong faultAddress() {
    return faultAddress;
  }

  /// Returns how a worker died that ended with `status`: by a signal, or by itself.
  String how(int status) {
    if (!signal.isEmpty()) {
      return signal;
    }
    if (begun) {
      return "an error inside the worker itself";
    }
    return Optional.ofNullable(SIGNALS.get(status - SIGNALED)).orElse("exit status " + status);
  }
}
