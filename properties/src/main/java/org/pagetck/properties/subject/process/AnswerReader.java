package org.pagetck.properties.subject.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.pagetck.properties.subject.KeptText;

/// Sorts what a program prints into answers, which wait to be taken, and a log, which is kept. One
/// thread reads, another takes; neither waits for each single line of the other.
final class AnswerReader {
  /// Longer lines are for the log.
  static final int LINE_BYTES_MAX = 0x10000;

  /// More answers than fit here were never asked for; they are dropped.
  static final int WAITING_BYTES_MAX = 0x100000;

  private static final byte[] NEWLINE = {'\n'};

  private final InputStream stream;
  private final KeptText log;
  private final Thread thread;

  private byte[] line = new byte[256];
  private int lineCount;
  private boolean tooLong;
  private byte[] sorted = new byte[4096];
  private int sortedCount;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrival = lock.newCondition();
  private byte[] waiting = new byte[4096];
  private int waitingCount;
  private boolean ended;

  private byte[] taken = new byte[4096];
  private int takenCount;
  private int next;

  private AnswerReader(InputStream stream, KeptText log) {
    this.stream = stream;
    this.log = log;
    this.thread = Thread.ofPlatform().daemon().name("pagetck-answers").unstarted(this::read);
  }

  /// Starts to read `stream`; what is no answer goes to `log`.
  static AnswerReader of(InputStream stream, KeptText log) {
    var reader = new AnswerReader(stream, log);
    reader.thread.start();
    return reader;
  }

  private void read() {
    var chunk = new byte[0x4000];
    try (stream) {
      for (var count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
        sort(chunk, count);
        publish();
      }
    } catch (IOException _) {
      // The program was killed: there is nothing more to be read.
    }
    log.append(line, 0, lineCount);
    end();
  }

  private void sort(byte[] chunk, int count) {
    var from = 0;
    for (var at = 0; at < count; at++) {
      if (chunk[at] == '\n') {
        if (lineCount == 0 && !tooLong) {
          sortLine(chunk, from, at);
        } else {
          carry(chunk, from, at);
          sortLine(line, 0, lineCount);
        }
        lineCount = 0;
        tooLong = false;
        from = at + 1;
      }
    }
    carry(chunk, from, count);
  }

  /// Keeps the beginning of a line whose rest has not come yet.
  private void carry(byte[] chunk, int from, int to) {
    var count = to - from;
    if (lineCount + count > LINE_BYTES_MAX) {
      tooLong = true;
      log.append(line, 0, lineCount);
      log.append(chunk, from, count);
      lineCount = 0;
      return;
    }
    if (lineCount + count > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, lineCount + count));
    }
    System.arraycopy(chunk, from, line, lineCount, count);
    lineCount += count;
  }

  private void sortLine(byte[] bytes, int from, int to) {
    var answer = tooLong ? new AnswerLine(bytes, from, from) : AnswerLine.in(bytes, from, to);
    if (answer.isEmpty()) {
      log.append(bytes, from, to - from);
      log.append(NEWLINE, 0, 1);
      return;
    }
    var count = answer.end() - answer.start();
    if (sortedCount + count + 1 > sorted.length) {
      sorted = Arrays.copyOf(sorted, Math.max(2 * sorted.length, sortedCount + count + 1));
    }
    System.arraycopy(bytes, answer.start(), sorted, sortedCount, count);
    sortedCount += count;
    sorted[sortedCount++] = '\n';
  }

  /// Hands the answers of a chunk over.
  private void publish() {
    if (sortedCount == 0) {
      return;
    }
    lock.lock();
    try {
      if (waitingCount + sortedCount <= WAITING_BYTES_MAX) {
        if (waitingCount + sortedCount > waiting.length) {
          waiting =
              Arrays.copyOf(waiting, Math.max(2 * waiting.length, waitingCount + sortedCount));
        }
        System.arraycopy(sorted, 0, waiting, waitingCount, sortedCount);
        waitingCount += sortedCount;
      }
      sortedCount = 0;
      arrival.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Says that nothing more comes, whoever still holds the other end of the pipe.
  void end() {
    lock.lock();
    try {
      ended = true;
      arrival.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Takes the next answer; waits for it until `limitNanos` nanoseconds have passed or nothing more
  /// can come.
  Optional<AnswerLine> take(long limitNanos) {
    if (next == takenCount && !refill(limitNanos)) {
      return Optional.empty();
    }
    var start = next;
    var end = start;
    while (taken[end] != '\n') {
      end++;
    }
    next = end + 1;
    return Optional.of(new AnswerLine(taken, start, end));
  }

  private boolean refill(long limitNanos) {
    lock.lock();
    try {
      var left = limitNanos;
      while (waitingCount == 0 && !ended && left > 0) {
        left = arrival.awaitNanos(left);
      }
      var emptied = taken;
      taken = waiting;
      takenCount = waitingCount;
      next = 0;
      waiting = emptied;
      waitingCount = 0;
      return takenCount > 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /// Tells whether an answer waits that was not taken.
  boolean hasAnswer() {
    return next < takenCount || refill(0);
  }

  /// Tells whether nothing more comes.
  boolean hasEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until nobody holds the other end of the pipe, for `millis` milliseconds at most; tells
  /// whether that is so.
  boolean awaitClose(long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
