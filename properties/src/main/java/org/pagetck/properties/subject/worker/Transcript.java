package org.pagetck.properties.subject.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.pagetck.properties.subject.KeptText;

/// What a worker writes to its output and error streams, and the crash report among it.
final class Transcript {
  private static final int LINE_BYTES_MAX = 512;
  private static final long QUIET_NANOS = 2_000_000;

  /// How often nothing new has to be seen in a row: the reader gets its turn late on a busy
  /// machine.
  private static final int QUIET_LOOKS = 20;

  private static final int LOOKS_MAX = 100;

  private final InputStream stream;
  private final Runnable onReport;
  private final CrashReport report = new CrashReport();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(LINE_BYTES_MAX);
  private final KeptText kept = new KeptText();
  private final Thread reader;

  private Transcript(InputStream stream, Runnable onReport) {
    this.stream = stream;
    this.onReport = onReport;
    this.reader = Thread.ofPlatform().daemon().name("pagetck-worker-output").unstarted(this::read);
  }

  /// Starts to read `stream`, and runs `onReport` once all that matters of a crash report was read.
  static Transcript of(InputStream stream, Runnable onReport) {
    var transcript = new Transcript(stream, onReport);
    transcript.reader.start();
    return transcript;
  }

  private void read() {
    var chunk = new byte[8192];
    try (stream) {
      for (var count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
        if (append(chunk, count)) {
          onReport.run();
        }
      }
    } catch (IOException _) {
      // The worker was killed: there is nothing more to be read.
    }
  }

  /// Tells whether the crash report became complete by these bytes.
  private synchronized boolean append(byte[] chunk, int count) {
    var wasComplete = report.isComplete();
    kept.append(chunk, 0, count);
    for (var index = 0; index < count; index++) {
      if (chunk[index] == '\n') {
        report.read(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else if (line.size() < LINE_BYTES_MAX) {
        line.write(chunk[index]);
      }
    }
    return !wasComplete && report.isComplete();
  }

  /// Forgets what was written so far.
  void clear() {
    kept.clear();
  }

  /// Waits until the worker has closed its streams, for `millis` milliseconds.
  void awaitEnd(long millis) {
    try {
      reader.join(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns what the worker's death left to be read.
  synchronized CrashReport report() {
    return report;
  }

  /// Returns what was written, once nothing more comes.
  String text() {
    var seen = kept.total();
    var quiet = 0;
    for (var look = 0; reader.isAlive() && quiet < QUIET_LOOKS && look < LOOKS_MAX; look++) {
      LockSupport.parkNanos(QUIET_NANOS);
      quiet = kept.total() == seen ? quiet + 1 : 0;
      seen = kept.total();
    }
    return kept.text();
  }
}
