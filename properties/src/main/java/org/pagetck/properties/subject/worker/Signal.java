package org.pagetck.properties.subject.worker;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.function.BooleanSupplier;
import org.pagetck.properties.subject.foreign.Processor;
import org.pagetck.properties.subject.foreign.SystemCall;

/// A number in shared memory that one process sets and another waits for. What was stored before a
/// number was sent is seen by who has waited for it.
///
/// Who waits spins as long as that is likely to help, then sleeps until it is woken. It does not
/// help where both processes share a processor, and less and less where it did not help before.
final class Signal {
  private static final VarHandle NUMBER = ValueLayout.JAVA_LONG.varHandle();
  private static final VarHandle FLAG = ValueLayout.JAVA_INT.varHandle();

  private static final int GLANCE_COUNT = 32;
  private static final int SPIN_COUNT_MIN = 32;
  private static final int SPIN_COUNT_MAX = 2048;
  private static final int WAITS_TOGETHER = 7;
  private static final long SLEEP_NANOS_MAX = 20_000_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private static final int FUTEX_WAIT = 0;
  private static final int FUTEX_WAKE = 1;

  private final MemorySegment bytes;
  private final long number;
  private final long sleeps;
  private final long processor;
  private final long timeout;
  private final long senderProcessor;
  private int spinCount = SPIN_COUNT_MAX;
  private int waitsTogether;

  /// Creates it over `bytes`, with the number at `number`. At `waiter` and `sender` each side has a
  /// cache line of its own.
  Signal(MemorySegment bytes, long number, long waiter, long sender) {
    this.bytes = bytes;
    this.number = number;
    this.sleeps = waiter;
    this.processor = waiter + 4;
    this.timeout = waiter + 16;
    this.senderProcessor = sender + 4;
  }

  /// Sets the number and wakes who sleeps for it.
  void send(long value) {
    NUMBER.setVolatile(bytes, number, value);
    if ((int) FLAG.getVolatile(bytes, sleeps) != 0) {
      wake();
    }
  }

  /// Wakes who sleeps for the number.
  void wake() {
    SystemCall.FUTEX.call(bytes.address() + number, FUTEX_WAKE, 1, 0);
  }

  /// Waits until the number is `value`, for `limitNanos` nanoseconds or until `isOver` says that it
  /// will never be; tells whether it is.
  boolean await(long value, long limitNanos, BooleanSupplier isOver) {
    if (waitsTogether > 0) {
      waitsTogether--;
      return sleepOn(value, limitNanos, isOver);
    }
    return spin(value, GLANCE_COUNT) || spinOn(value) || sleepOn(value, limitNanos, isOver);
  }

  private boolean spin(long value, int count) {
    for (var spins = 0; spins < count; spins++) {
      if (number() == value) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  private boolean spinOn(long value) {
    var here = Processor.current() + 1;
    FLAG.setOpaque(bytes, processor, here);
    if ((int) FLAG.getOpaque(bytes, senderProcessor) == here) {
      waitsTogether = WAITS_TOGETHER;
      return number() == value;
    }
    var helped = spin(value, spinCount);
    spinCount = helped ? SPIN_COUNT_MAX : Math.max(spinCount / 2, SPIN_COUNT_MIN);
    return helped;
  }

  private boolean sleepOn(long value, long limitNanos, BooleanSupplier isOver) {
    var start = System.nanoTime();
    while (number() != value) {
      var left = limitNanos - (System.nanoTime() - start);
      if (left <= 0 || isOver.getAsBoolean()) {
        return number() == value;
      }
      sleep(value, Math.min(left, SLEEP_NANOS_MAX));
    }
    return true;
  }

  private long number() {
    return (long) NUMBER.getAcquire(bytes, number);
  }

  private void sleep(long value, long nanos) {
    FLAG.setVolatile(bytes, sleeps, 1);
    var seen = number();
    if (seen != value) {
      bytes.set(ValueLayout.JAVA_LONG, timeout, nanos / NANOS_PER_SECOND);
      bytes.set(ValueLayout.JAVA_LONG, timeout + 8, nanos % NANOS_PER_SECOND);
      var address = bytes.address();
      SystemCall.FUTEX.call(address + number, FUTEX_WAIT, seen, address + timeout);
    }
    FLAG.setVolatile(bytes, sleeps, 0);
  }
}
