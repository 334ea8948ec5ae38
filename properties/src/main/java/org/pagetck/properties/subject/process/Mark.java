package org.pagetck.properties.subject.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// What a program and all that it starts carry in their environment, so that none of them is left
/// behind: not by a wrapper that ends before what it started, and not by a suite that is killed.
///
/// @param text the value of the variable
record Mark(String text) {
  private static final String VARIABLE = "PAGETCK_SUITE";
  private static final Path PROCESSES = Path.of("/proc");
  private static final String SUITE =
      ProcessHandle.current().pid()
          + "."
          + ProcessHandle.current()
              .info()
              .startInstant()
              .map(start -> Long.toString(start.toEpochMilli()))
              .orElse("0")
          + ".";
  private static final AtomicLong COUNT = new AtomicLong();

  /// Kills, once its input ends, every process whose mark begins with its first argument.
  private static final String WATCHDOG =
      """
      trap '' HUP INT TERM
      while read -r line; do :; done
      for environment in /proc/[0-9]*/environ; do
        if tr '\\000' '\\n' < "$environment" | grep -q "^$1"; then
          pid=${environment#/proc/}
          kill -9 "${pid%/environ}"
        fi
      done 2> /dev/null
      """;

  /// Returns a new one, in `environment` from now on.
  static Mark on(Map<String, String> environment) {
    Watchdog.start();
    var mark = new Mark(SUITE + COUNT.incrementAndGet());
    environment.put(VARIABLE, mark.text);
    return mark;
  }

  /// Kills every process that carries it.
  void killAll() {
    if (!Files.isDirectory(PROCESSES)) {
      return;
    }
    try (var processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (var process : processes) {
        if (isCarriedBy(process)) {
          ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
              .ifPresent(ProcessHandle::destroyForcibly);
        }
      }
    } catch (IOException _) {
      // Without a list of processes there is none to be killed.
    }
  }

  private boolean isCarriedBy(Path process) {
    try {
      var environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
      return ("\0" + environment).contains("\0" + VARIABLE + "=" + text + "\0");
    } catch (IOException _) {
      return false;
    }
  }

  /// The process that outlives the suite by a moment.
  private static final class Watchdog {
    private static final Process RUNNING = sh();

    private static Process sh() {
      var words = List.of("sh", "-c", WATCHDOG, "pagetck-watchdog", VARIABLE + "=" + SUITE);
      try {
        return new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
      } catch (IOException e) {
        throw new IllegalStateException("no shell can be started", e);
      }
    }

    /// Starts it, if it was not.
    static void start() {
      RUNNING.pid();
    }
  }
}
