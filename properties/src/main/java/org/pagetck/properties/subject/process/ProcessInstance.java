package org.pagetck.properties.subject.process;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.subject.Instance;
import org.pagetck.properties.subject.SubjectFailedException;
import org.pagetck.properties.subject.nativelib.CallAccount;

/// A program as a subject. Where more than its answers is looked at it works on the suite's memory
/// and frames; else on its own, and the suite keeps no accounts.
final class ProcessInstance implements Instance {
  /// How long one answer may take unless [#limitCalls] says otherwise.
  static final long CALL_MILLIS_MAX = 2_000;

  private final String name;
  private final Dialogue dialogue;
  private final MemoryFile memory = new MemoryFile();
  private final CallAccount account = new CallAccount(memory);
  private Optional<Opening> opening = Optional.empty();
  private Optional<Outcome.Failed> failure = Optional.empty();
  private boolean failureIsTold;

  ProcessInstance(ProgramSource source) {
    this.name = source.name();
    this.dialogue = new Dialogue(source, CALL_MILLIS_MAX);
  }

  @Override
  public MemorySegment memory(long sizeBytes) {
    return memory.ofSize(sizeBytes);
  }

  @Override
  public void limitCalls(long millis) {
    dialogue.setLimit(millis);
  }

  @Override
  public boolean showsFrames() {
    return opened().showsBytes();
  }

  private Opening opened() {
    return opening.orElseThrow(() -> new IllegalStateException("call without open"));
  }

  @Override
  public void open(Opening wished) {
    endTrace();
    failure = Optional.empty();
    failureIsTold = false;
    var line = "open levels=" + wished.levels();
    if (wished.showsBytes()) {
      openShared(line + " " + memory.words(wished), wished);
    } else {
      dialogue.begin(line);
    }
    opening = Optional.of(wished);
  }

  private void openShared(String line, Opening wished) {
    dialogue.begin(line);
    var failed = tryOpen(wished);
    if (failed.isPresent() && failed.get() instanceof Outcome.Crashed) {
      // It may have died of something from outside, between two traces.
      failed = tryOpen(wished);
    }
    if (failed.isPresent()) {
      throw new SubjectFailedException(
          "%s could not be opened: %s".formatted(name, OutcomeText.print(failed.get())));
    }
  }

  private Optional<Outcome.Failed> tryOpen(Opening wished) {
    account.offer(wished.stock());
    var failed = dialogue.open();
    var wrong = account.settle(wished.stock(), wished.log());
    return failed.or(() -> wrong.map(Outcome.Garbled::new));
  }

  @Override
  public void expect(List<TraceLine> lines) {
    if (!opened().showsBytes()) {
      dialogue.expect(lines.stream().filter(ProcessInstance::isSent).toList());
    }
  }

  private static boolean isSent(TraceLine line) {
    return line instanceof TraceLine.Call || line instanceof TraceLine.Budget;
  }

  @Override
  public boolean limitFrames(TraceLine.Budget budget) {
    if (opened().showsBytes() || failure.isPresent()) {
      return true;
    }
    return switch (dialogue.ask(budget)) {
      case Outcome.Failed failed -> {
        failure = Optional.of(failed);
        yield true;
      }
      case Outcome.Unsupported _ -> false;
      case Outcome _ -> true;
    };
  }

  @Override
  public Outcome call(Operation operation) {
    if (failure.isPresent()) {
      failureIsTold = true;
      return failure.get();
    }
    var open = opened();
    var line = new TraceLine.Call(operation);
    var given = open.showsBytes() ? callShared(line, open) : dialogue.ask(line);
    if (given instanceof Outcome.Failed failed) {
      failure = Optional.of(failed);
      failureIsTold = true;
    }
    return given;
  }

  private Outcome callShared(TraceLine line, Opening open) {
    account.offer(open.stock());
    var given = dialogue.ask(line);
    var wrong = account.settle(open.stock(), open.log());
    return given instanceof Outcome.Failed || wrong.isEmpty()
        ? given
        : new Outcome.Garbled(wrong.get());
  }

  @Override
  public String diagnostics() {
    return dialogue.printed();
  }

  @Override
  public Optional<Outcome.Failed> endTrace() {
    if (opening.isEmpty()) {
      return Optional.empty();
    }
    var open = opening.get();
    opening = Optional.empty();
    if (open.showsBytes() && failure.isEmpty()) {
      account.offer(open.stock());
    }
    var untold = failureIsTold ? Optional.<Outcome.Failed>empty() : failure;
    var failed = untold.or(dialogue::end);
    return open.showsBytes() && failure.isEmpty()
        ? failed.or(() -> account.settle(open.stock(), open.log()).map(Outcome.Garbled::new))
        : failed;
  }

  @Override
  public void close() {
    endTrace();
    dialogue.close();
    memory.close();
  }
}
