package org.pagetck.properties.subject.worker;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.pagetck.model.operation.Outcome;
import org.pagetck.properties.subject.SubjectFailedException;
import org.pagetck.properties.subject.foreign.SharedFile;

/// A worker as the suite sees it: started, asked, killed. One thread at a time uses it.
final class WorkerProcess implements AutoCloseable {
  private static final long START_MILLIS_MAX = 30_000;
  private static final long END_MILLIS_MAX = 5_000;
  private static final long OUTPUT_MILLIS_MAX = 1_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /// What would make a Java say or do more than it is asked to.
  private static final List<String> UNWANTED =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final GuestSpec spec;
  private final SharedFile file;
  private final Arena arena = Arena.ofShared();
  private final ControlBlock block;
  private final Process process;
  private final Transcript transcript;
  private final CompletableFuture<Void> end;
  private final BooleanSupplier isOver = this::hasEnded;
  private volatile boolean ended;
  private boolean ready;
  private long number = 1;

  private WorkerProcess(WorkerCommand command) {
    this.spec = command.spec();
    this.file = SharedFile.create(ControlBlock.SIZE_BYTES);
    this.block = new ControlBlock(file.map(arena));
    this.process = spawn(command.words(file.descriptor()));
    this.transcript = Transcript.of(process.getInputStream(), process::destroyForcibly);
    this.end = process.onExit().thenRun(this::wakeAtEnd);
  }

  /// Starts a worker, and does not wait for it.
  ///
  /// @throws SubjectFailedException if no process can be started
  static WorkerProcess start(WorkerCommand command) {
    return new WorkerProcess(command);
  }

  private static Process spawn(List<String> words) {
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    UNWANTED.forEach(builder.environment()::remove);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new SubjectFailedException("no worker process can be started: " + e.getMessage(), e);
    }
  }

  private void wakeAtEnd() {
    ended = true;
    block.answers().wake();
  }

  /// Waits until the subject is loaded and described.
  ///
  /// @throws SubjectFailedException if it cannot be used
  void awaitReady() {
    if (ready) {
      return;
    }
    if (!block.answers().await(1, START_MILLIS_MAX * NANOS_PER_MILLI, isOver)) {
      throw new SubjectFailedException(notReady());
    }
    if (block.stage() != Stage.READY) {
      throw new SubjectFailedException(block.text());
    }
    file.close();
    ready = true;
  }

  private String notReady() {
    var stage = block.stage();
    if (!ended) {
      return "%s kept its process busy for %d s %s"
          .formatted(spec.text(), START_MILLIS_MAX / 1000, stage.when());
    }
    transcript.awaitEnd(OUTPUT_MILLIS_MAX);
    var how = transcript.report().how(process.exitValue());
    return stage == Stage.STARTING
        ? "no worker process can be started: %s: %s".formatted(how, transcript.text().strip())
        : "%s ended its process %s: %s".formatted(spec.text(), stage.when(), how);
  }

  /// Returns what suite and worker share.
  ControlBlock block() {
    return block;
  }

  /// Returns what the worker wrote.
  Transcript transcript() {
    return transcript;
  }

  /// Tells whether the process has ended.
  boolean hasEnded() {
    return ended;
  }

  /// Has the worker carry out the request that stands in the block; tells whether it answered
  /// within `limitMillis` milliseconds.
  boolean exchange(long limitMillis) {
    number++;
    block.requests().send(number);
    return block.answers().await(number, limitMillis * NANOS_PER_MILLI, isOver);
  }

  /// Returns how the worker failed that did not answer within `limitMillis`, and ends it.
  Outcome.Failed failure(long limitMillis, MemoryPlace memory) {
    if (!ended && !transcript.report().isComplete()) {
      kill();
      return new Outcome.Hung(limitMillis);
    }
    kill();
    transcript.awaitEnd(OUTPUT_MILLIS_MAX);
    var report = transcript.report();
    if (report.faultAddress().isPresent()) {
      var wild = memory.wild(report.faultAddress().getAsLong());
      if (wild.isPresent()) {
        return wild.get();
      }
    }
    return new Outcome.Crashed(report.how(process.exitValue()));
  }

  /// Waits at most `millis` milliseconds for the process to end by itself.
  void awaitEnd(long millis) {
    try {
      process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void kill() {
    process.destroyForcibly();
    try {
      end.get(END_MILLIS_MAX, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new SubjectFailedException(
          "the worker process %d cannot be killed".formatted(process.pid()), e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the process and lets go of what was shared with it.
  @Override
  public void close() {
    kill();
    if (!ready) {
      file.close();
    }
    arena.close();
  }
}
