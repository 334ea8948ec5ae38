package org.pagetck.properties.subject.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/// What a worker writes to its output and error streams, and the crash report among it. The last
/// [#BYTES_MAX] bytes are kept; those before are only counted.
final class Transcript {
  /// The most bytes that are kept.
  static final int BYTES_MAX = 0x10000;

  private static final int LINE_BYTES_MAX = 512;
  private static final long QUIET_NANOS = 2_000_000;
  private static final int QUIET_TRIES_MAX = 25;

  private final InputStream stream;
  private final Runnable onReport;
  private final CrashReport report = new CrashReport();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(LINE_BYTES_MAX);
  private final byte[] kept = new byte[BYTES_MAX];
  private final Thread reader;
  private long total;

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
    for (var index = 0; index < count; index++) {
      kept[(int) (total++ % BYTES_MAX)] = chunk[index];
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
  synchronized void clear() {
    total = 0;
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
    var seen = -1L;
    for (var tries = 0; reader.isAlive() && seen != total() && tries < QUIET_TRIES_MAX; tries++) {
      seen = total();
      LockSupport.parkNanos(QUIET_NANOS);
    }
    return keptText();
  }

  private synchronized long total() {
    return total;
  }

  private synchronized String keptText() {
    if (total <= BYTES_MAX) {
      return new String(kept, 0, (int) total, StandardCharsets.UTF_8);
    }
    var split = (int) (total % BYTES_MAX);
    var inOrder = new ByteArrayOutputStream(BYTES_MAX);
    inOrder.write(kept, split, BYTES_MAX - split);
    inOrder.write(kept, 0, split);
    return "(%d bytes before these are not kept)%n".formatted(total - BYTES_MAX)
        + inOrder.toString(StandardCharsets.UTF_8);
  }
}
