package org.pagetck.properties.subject.worker;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.properties.subject.Instance;
import org.pagetck.properties.subject.SubjectFailedException;
import org.pagetck.properties.subject.nativelib.CallAccount;

/// A subject in a worker. The memory is the suite's and outlives workers; all else of a worker dies
/// with it.
final class WorkerInstance implements Instance {
  /// How long one call may take unless [#limitCalls] says otherwise.
  static final long CALL_MILLIS_MAX = 2_000;

  /// How long a call may take at least, where the subject has hung before.
  static final long HASTY_MILLIS_MIN = 250;

  /// Where the subject has hung before, a call hangs that takes so many times as long as the
  /// slowest that was answered.
  private static final long HASTY_FACTOR = 10;

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long OPEN_MILLIS_MAX = 10_000;

  private final GuestSpec spec;
  private final WorkerPool pool;
  private final SharedMemory memory = new SharedMemory();
  private Optional<Seat> seat;
  private Optional<Opening> opening = Optional.empty();
  private Optional<Outcome.Failed> failure = Optional.empty();
  private String lastWords = "";
  private long callMillisMax = CALL_MILLIS_MAX;
  private long slowestNanos;
  private boolean hasHung;

  WorkerInstance(GuestSpec spec, WorkerPool pool) {
    this.spec = spec;
    this.pool = pool;
    this.seat = Optional.of(Seat.of(pool.take()));
  }

  /// A worker and the account that is kept with it.
  private record Seat(WorkerProcess worker, ControlBlock block, CallAccount account) {
    static Seat of(WorkerProcess worker) {
      return new Seat(worker, worker.block(), new CallAccount(worker.block().host()));
    }
  }

  @Override
  public MemorySegment memory(long sizeBytes) {
    return memory.ofSize(sizeBytes);
  }

  @Override
  public void limitCalls(long millis) {
    callMillisMax = millis;
  }

  @Override
  public void open(Opening wished) {
    endTrace();
    failure = Optional.empty();
    var failed = tryOpen(wished);
    if (failed.isPresent() && failed.get() instanceof Outcome.Crashed) {
      // It may have died of something from outside, between two traces.
      failed = tryOpen(wished);
    }
    if (failed.isPresent()) {
      throw new SubjectFailedException(
          "%s could not be opened: %s".formatted(spec.text(), OutcomeText.print(failed.get())));
    }
    opening = Optional.of(wished);
  }

  private Optional<Outcome.Failed> tryOpen(Opening wished) {
    var taken = livingSeat();
    var block = taken.block();
    taken.worker().transcript().clear();
    block.host().describe(wished, memory.sizeBytes());
    taken.account().offer(wished.stock());
    memory.request(block);
    if (!taken.worker().exchange(OPEN_MILLIS_MAX)) {
      return Optional.of(leave(taken, OPEN_MILLIS_MAX, wished));
    }
    if (block.host().status() != 0) {
      throw new SubjectFailedException(block.text());
    }
    return taken.account().settle(wished.stock(), wished.log()).map(Outcome.Garbled::new);
  }

  private Seat livingSeat() {
    if (seat.isPresent() && seat.get().worker().hasEnded()) {
      pool.bury(seat.get().worker());
      seat = Optional.empty();
    }
    var living = seat.orElseGet(() -> Seat.of(pool.take()));
    seat = Optional.of(living);
    return living;
  }

  /// Ends the worker that did not answer; returns what became of it. What it did before stays
  /// booked.
  private Outcome.Failed leave(Seat left, long limitMillis, Opening open) {
    var block = left.block();
    var place =
        new MemoryPlace(
            block.memoryAddress(), memory.sizeBytes(), block.guardBytes(), open.start());
    var failed = left.worker().failure(limitMillis, place);
    left.account().settle(open.stock(), open.log());
    lastWords = left.worker().transcript().text();
    seat = Optional.empty();
    pool.bury(left.worker());
    return failed;
  }

  @Override
  public Outcome call(Operation operation) {
    if (failure.isPresent()) {
      return failure.get();
    }
    var open = opening.orElseThrow(() -> new IllegalStateException("call without open"));
    var taken = seat.orElseThrow();
    taken.account().offer(open.stock());
    OperationWire.write(taken.block(), operation);
    var limit = limitMillis();
    var begin = System.nanoTime();
    if (!taken.worker().exchange(limit)) {
      var failed = leave(taken, limit, open);
      failure = Optional.of(failed);
      hasHung |= failed instanceof Outcome.Hung;
      return failed;
    }
    slowestNanos = Math.max(slowestNanos, System.nanoTime() - begin);
    var garbled = taken.account().settle(open.stock(), open.log());
    return garbled.isPresent()
        ? new Outcome.Garbled(garbled.get())
        : spec.answer(operation, taken.block());
  }

  /// Returns how long the next call may take. Once a call has used up the whole limit, shorter ones
  /// tell the like of it, by what the calls took that were answered.
  private long limitMillis() {
    if (!hasHung || callMillisMax <= HASTY_MILLIS_MIN) {
      return callMillisMax;
    }
    return Math.clamp(
        slowestNanos * HASTY_FACTOR / NANOS_PER_MILLI, HASTY_MILLIS_MIN, callMillisMax);
  }

  @Override
  public String diagnostics() {
    return seat.map(taken -> taken.worker().transcript().text()).orElse(lastWords);
  }

  @Override
  public Optional<Outcome.Failed> endTrace() {
    var ending = opening;
    opening = Optional.empty();
    if (ending.isEmpty() || failure.isPresent()) {
      return Optional.empty();
    }
    var open = ending.get();
    var taken = seat.orElseThrow();
    taken.account().offer(open.stock());
    taken.block().setRequest(ControlBlock.CLOSE, 0, 0, 0, 0, 0);
    var limit = limitMillis();
    if (!taken.worker().exchange(limit)) {
      var failed = leave(taken, limit, open);
      hasHung |= failed instanceof Outcome.Hung;
      return Optional.of(failed);
    }
    var garbled = taken.account().settle(open.stock(), open.log());
    return garbled.isPresent()
        ? Optional.of(new Outcome.Garbled(garbled.get()))
        : spec.closed(taken.block());
  }

  @Override
  public void close() {
    endTrace();
    seat.ifPresent(taken -> taken.worker().close());
    seat = Optional.empty();
    memory.close();
  }
}
