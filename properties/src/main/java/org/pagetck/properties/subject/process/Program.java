package org.pagetck.properties.subject.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.pagetck.properties.subject.ExitCause;
import org.pagetck.properties.subject.KeptText;
import org.pagetck.properties.subject.SubjectFailedException;

/// A program that runs: lines go in, answers come out, and it ends. One thread at a time uses it.
final class Program implements AutoCloseable {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long LEAVE_MILLIS_MAX = 1_000;
  private static final long KILL_MILLIS_MAX = 5_000;
  private static final long OUTPUT_MILLIS_MAX = 200;
  private static final long QUIET_NANOS = 10_000_000;
  private static final int QUIET_TRIES_MAX = 20;

  private final Process process;
  private final OutputStream input;
  private final KeptText printed = new KeptText();
  private final AnswerReader answers;
  private final Thread errors;
  private final Mark mark;
  private final CompletableFuture<Void> exit;
  private volatile long writingSince;

  private Program(Process process, Mark mark) {
    this.process = process;
    this.mark = mark;
    this.input = process.getOutputStream();
    this.answers = AnswerReader.of(process.getInputStream(), printed);
    var stream = process.getErrorStream();
    this.errors =
        Thread.ofPlatform().daemon().name("pagetck-errors").start(() -> keep(stream, printed));
    var moment = CompletableFuture.delayedExecutor(OUTPUT_MILLIS_MAX, TimeUnit.MILLISECONDS);
    this.exit = process.onExit().thenRunAsync(answers::end, moment);
  }

  /// Starts the program that `words` name.
  ///
  /// @throws SubjectFailedException if it cannot be started
  static Program start(List<String> words) {
    var builder = new ProcessBuilder(words);
    var mark = Mark.on(builder.environment());
    try {
      var program = new Program(builder.start(), mark);
      StuckWrites.watch(program);
      return program;
    } catch (IOException e) {
      throw new SubjectFailedException(
          "the program cannot be started: " + String.valueOf(e.getMessage()).strip(), e);
    }
  }

  private static void keep(InputStream stream, KeptText text) {
    var chunk = new byte[8192];
    try (stream) {
      for (var count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
        text.append(chunk, 0, count);
      }
    } catch (IOException _) {
      // The program was killed: there is nothing more to be read.
    }
  }

  /// Writes lines; tells whether they left. If not, the program has ended or was ended for not
  /// reading them.
  boolean send(RequestBytes lines) {
    writingSince = System.nanoTime() | 1;
    try {
      input.write(lines.bytes(), 0, lines.count());
      input.flush();
      return true;
    } catch (IOException _) {
      return false;
    } finally {
      writingSince = 0;
    }
  }

  /// Tells whether a write waits for `limitNanos` nanoseconds already.
  boolean isStuck(long limitNanos) {
    var since = writingSince;
    return since != 0 && System.nanoTime() - since > limitNanos;
  }

  /// Returns the next answer, or nothing where none comes within `limitMillis` milliseconds or
  /// ever.
  Optional<AnswerLine> answer(long limitMillis) {
    return answers.take(Math.min(limitMillis, Long.MAX_VALUE / NANOS_PER_MILLI) * NANOS_PER_MILLI);
  }

  /// Tells whether it answered more than was taken.
  boolean hasAnswer() {
    return answers.hasAnswer();
  }

  /// Tells whether it lives.
  boolean isAlive() {
    return process.isAlive();
  }

  /// Returns how it ended, or nothing where it lives and can still answer.
  Optional<String> end() {
    if (process.isAlive() && !answers.hasEnded()) {
      return Optional.empty();
    }
    return Optional.of(
        awaitExit(OUTPUT_MILLIS_MAX) ? ExitCause.of(process.exitValue()) : "its output is closed");
  }

  /// Ends it alone, from any thread.
  void destroy() {
    process.destroyForcibly();
  }

  /// Forgets what it printed.
  void clearPrinted() {
    printed.clear();
  }

  /// Returns what it printed besides answers, once nothing more comes.
  String printed() {
    var seen = -1L;
    for (var tries = 0;
        errors.isAlive() && seen != printed.total() && tries < QUIET_TRIES_MAX;
        tries++) {
      seen = printed.total();
      LockSupport.parkNanos(QUIET_NANOS);
    }
    return printed.text();
  }

  /// Ends it and all that it started.
  void kill() {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (!awaitExit(KILL_MILLIS_MAX)) {
      throw new SubjectFailedException("the process %d cannot be killed".formatted(process.pid()));
    }
    if (!areStreamsOver()) {
      mark.killAll();
      areStreamsOver();
    }
    StuckWrites.forget(this);
    exit.cancel(false);
    closeInput();
  }

  /// Tells whether nobody holds the pipes any more.
  private boolean areStreamsOver() {
    try {
      errors.join(OUTPUT_MILLIS_MAX);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return answers.awaitClose(OUTPUT_MILLIS_MAX) && !errors.isAlive();
  }

  private boolean awaitExit(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private void closeInput() {
    try {
      input.close();
    } catch (IOException _) {
      // It had ended before it read all.
    }
  }

  /// Lets it end by itself, which it does when its input ends, and kills it if it does not.
  @Override
  public void close() {
    closeInput();
    awaitExit(LEAVE_MILLIS_MAX);
    kill();
  }
}
