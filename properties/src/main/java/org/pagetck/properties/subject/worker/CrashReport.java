package org.pagetck.properties.subject.worker;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.pagetck.properties.subject.ExitCause;

/// What the report says that Java writes when a signal ends it: the signal, and the address that an
/// access went to.
final class CrashReport {
  private static final String TITLE =
      "# A fatal error has been detected by the Java Runtime Environment:";
  private static final Pattern SIGNAL = Pattern.compile("#\\s+(SIG[A-Z]+) \\(0x.*");
  private static final Pattern FAULT =
      Pattern.compile("siginfo: si_signo: \\d+ \\((SIG[A-Z]+)\\).* si_addr: 0x([0-9a-f]{1,16}).*");

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
    return ExitCause.of(status);
  }
}
