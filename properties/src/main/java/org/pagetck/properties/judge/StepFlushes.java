package org.pagetck.properties.judge;

import java.util.Arrays;
import org.pagetck.model.address.Levels;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.observation.StepObservation;

/// The flushes that clear the caches for one step: those inside the call, that of its answer, and
/// those that earlier answers asked for and the host has not carried out yet.
final class StepFlushes {
  private static final long PAGE_MASK = Levels.TABLE_BYTES - 1;

  private final boolean allReachesGlobal;
  private long[] starts = new long[16];
  private long[] lengths = new long[16];
  private int[] times = new int[16];
  private int count;
  private int pendingCount;
  private boolean delayed;

  /// Creates it; `allReachesGlobal` says whether a flush of everything removes global pages too.
  StepFlushes(boolean allReachesGlobal) {
    this.allReachesGlobal = allReachesGlobal;
  }

  /// Says whether flushes that answers ask for wait from now on. If not, those waiting happen.
  void setDelayed(boolean isDelayed) {
    delayed = isDelayed;
    pendingCount = isDelayed ? pendingCount : 0;
  }

  /// Reads the flushes of the step. Those that come after the call stand first, with the time
  /// `Integer.MAX_VALUE`.
  void read(StepObservation seen, Timeline timeline) {
    count = pendingCount;
    answer(seen.operation(), Flush.askedBy(seen.given()));
    if (delayed) {
      pendingCount = count;
    }
    var log = seen.log();
    for (var i = 0; i < log.count(); i++) {
      if (log.kind(i) == EventLog.FLUSH) {
        var time = timeline.isOrdered() ? timeline.timeOf(i) : Integer.MAX_VALUE;
        add(log.a(i), log.b(i), time);
      }
    }
  }

  private void answer(Operation operation, Flush flush) {
    switch (flush) {
      case Flush.Nothing _, Flush.Unsaid _ -> {}
      case Flush.Everything _ -> add(0, 0, Integer.MAX_VALUE);
      case Flush.Range(long address, long bytes) -> add(address, bytes, Integer.MAX_VALUE);
      case Flush.CallPage _ -> {
        switch (operation) {
          case Operation.OnPage call -> add(call.page(), call.size().bytes(), Integer.MAX_VALUE);
          case Operation.SetTableFlags call -> add(call.address(), 1, Integer.MAX_VALUE);
          case Operation.Translate call -> add(call.address(), 1, Integer.MAX_VALUE);
          case Operation.CleanUp call -> add(call.first(), 1, Integer.MAX_VALUE);
        }
      }
    }
  }

  private void add(long address, long bytes, int time) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
      times = Arrays.copyOf(times, count * 2);
    }
    starts[count] = start(address);
    lengths[count] = length(address, bytes);
    times[count] = time;
    count++;
  }

  int count() {
    return count;
  }

  /// Returns how many stores come before flush `index`; `Integer.MAX_VALUE` where all do.
  int time(int index) {
    return times[index];
  }

  /// Tells whether flush `index` is of everything.
  boolean isAll(int index) {
    return lengths[index] == 0;
  }

  /// Tells whether flush `index` names a page between `base` and `base + span`, or everything.
  boolean touches(int index, long base, long span) {
    return touches(starts[index], lengths[index], base, span);
  }

  /// Tells whether a flush of `bytes` bytes from `address`, 0 for everything, names a page between
  /// `base` and `base + span`, or everything.
  static boolean touches(long address, long bytes, long base, long span) {
    var start = start(address);
    return bytes == 0
        || Long.compareUnsigned(start - base, span) < 0
        || Long.compareUnsigned(base - start, length(address, bytes)) < 0;
  }

  private static long start(long address) {
    return address & ~PAGE_MASK;
  }

  private static long length(long address, long bytes) {
    return bytes == 0 ? 0 : ((address & PAGE_MASK) + bytes + PAGE_MASK) & ~PAGE_MASK;
  }

  /// Tells whether flush `index` removes a cached page of `span` bytes from `base`.
  boolean removes(int index, long base, long span, boolean isGlobal) {
    return isAll(index) ? allReachesGlobal || !isGlobal : touches(index, base, span);
  }

  /// Returns the time of the last flush that removes such a page, or 0.
  int lastRemoving(long base, long span, boolean isGlobal) {
    var last = 0;
    for (var i = 0; i < count; i++) {
      if (times[i] > last && removes(i, base, span, isGlobal)) {
        last = times[i];
      }
    }
    return last;
  }

  /// Returns the time of the last flush that touches that range, or 0.
  int lastTouching(long base, long span) {
    var last = 0;
    for (var i = 0; i < count; i++) {
      if (times[i] > last && touches(i, base, span)) {
        last = times[i];
      }
    }
    return last;
  }

  /// Tells whether everything is flushed at `time` or later.
  boolean hasAllAfter(int time) {
    for (var i = 0; i < count; i++) {
      if (times[i] >= time && isAll(i)) {
        return true;
      }
    }
    return false;
  }

  /// Tells whether a flush inside the call touches that range.
  boolean touchInCall(long base, long span) {
    for (var i = 0; i < count; i++) {
      if (times[i] != Integer.MAX_VALUE && touches(i, base, span)) {
        return true;
      }
    }
    return false;
  }

  /// Tells whether the flushes after `time` name the whole of that range.
  boolean nameAll(long base, long span, int time) {
    var position = 0L;
    while (position < span) {
      var next = position;
      for (var i = 0; i < count; i++) {
        var from = base + position - starts[i];
        if (times[i] >= time && (isAll(i) || Long.compareUnsigned(from, lengths[i]) < 0)) {
          next = Math.max(next, isAll(i) ? span : position + lengths[i] - from);
        }
      }
      if (next == position) {
        return false;
      }
      position = next;
    }
    return true;
  }
}
