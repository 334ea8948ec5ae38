package org.pagetck.properties.subject.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.subject.ExitCause;
import org.pagetck.properties.subject.SubjectFailedException;

/// Traces with one program, line by line. Where the lines to come are known they are sent together;
/// what ends or stops the program then is found by asking it again, one line at a time.
final class Dialogue implements AutoCloseable {
  /// The line that has the program flush its output. It is not answered.
  static final String FLUSH = ".";

  private static final String CLOSE = "close";
  private static final String OK = "ok";
  private static final int AHEAD_MAX = 256;
  private static final int AHEAD_AT_FIRST = 16;
  private static final int AHEAD_BYTES_MAX = 8192;
  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final ProgramSource source;
  private final Handshake handshake = new Handshake();
  private final RequestBytes request = new RequestBytes();
  private final AnswerBytes answers = new AnswerBytes();
  private final Deque<TraceLine> expected = new ArrayDeque<>();
  private final Deque<TraceLine> sent = new ArrayDeque<>();
  private final List<TraceLine> done = new ArrayList<>();
  private @Nullable Program program;
  private String openLine = "";
  private boolean foreseen;
  private boolean opened;
  private boolean openUnanswered;
  private boolean closeSent;
  private boolean careful;
  private boolean apart;
  private Optional<Outcome.Failed> unseen = Optional.empty();
  private String lastWords = "";
  private int ahead = AHEAD_AT_FIRST;
  private long sentNanos;
  private long limitMillis;

  Dialogue(ProgramSource source, long limitMillis) {
    this.source = source;
    this.limitMillis = limitMillis;
    this.program = source.take();
  }

  /// Limits how long one answer may take.
  void setLimit(long millis) {
    limitMillis = millis;
  }

  /// Begins a trace by `line`, which is sent with the first line of the trace.
  void begin(String line) {
    openLine = line;
    foreseen = false;
    opened = false;
    openUnanswered = false;
    closeSent = false;
    careful = false;
    lastWords = "";
    expected.clear();
    sent.clear();
    done.clear();
    unseen = endedMeanwhile();
    ready().clearPrinted();
  }

  /// Returns how the program ended after the last trace; with status 0 it may, since a fresh one is
  /// as good.
  private Optional<Outcome.Failed> endedMeanwhile() {
    var last = Optional.ofNullable(program);
    var how = last.flatMap(Program::end);
    if (how.isPresent()) {
      last.ifPresent(Program::kill);
      program = null;
    }
    return how.filter(it -> !it.equals(ExitCause.of(0))).map(Outcome.Crashed::new);
  }

  /// Says which lines the trace has, so that they may be sent before their time.
  void expect(List<TraceLine> lines) {
    foreseen = true;
    expected.clear();
    expected.addAll(lines);
  }

  /// Sends the line that opens, and waits for its answer.
  ///
  /// @return how the program failed, if it did not answer
  /// @throws SubjectFailedException if it refuses
  Optional<Outcome.Failed> open() {
    request.clear();
    request.line(openLine).line(FLUSH);
    opened = true;
    ready().send(request);
    return awaitOpen();
  }

  private Optional<Outcome.Failed> awaitOpen() {
    openUnanswered = false;
    var answer = answer();
    if (answer.isEmpty()) {
      return Optional.of(failure());
    }
    if (!answer.get().says(OK)) {
      apart = true;
      throw new SubjectFailedException(
          "%s could not be opened: it answers '%s' to '%s'"
              .formatted(source.name(), answer.get().text(), openLine));
    }
    return Optional.empty();
  }

  /// Asks `line`, which is a call or a budget.
  ///
  /// @throws SubjectFailedException if the program cannot be opened
  Outcome ask(TraceLine line) {
    var isAlone = sent.isEmpty() && !send(line);
    var given = hear(line);
    if (isEnd(given) && !isAlone) {
      given = askAgain(line, (Outcome.Failed) given);
    }
    done.add(line);
    apart |= given instanceof Outcome.Garbled;
    return given;
  }

  /// Sends `line` and what may be sent with it; tells whether that is more than the line.
  private boolean send(TraceLine line) {
    request.clear();
    var isMore = !opened;
    if (!opened) {
      request.line(openLine);
      openUnanswered = true;
      opened = true;
    }
    sent.add(line);
    request.line(line);
    if (foreseen && !careful) {
      requireSame(line, expected.poll());
      addAhead();
      isMore = true;
    }
    request.line(FLUSH);
    sentNanos = System.nanoTime();
    running().send(request);
    return isMore;
  }

  private void addAhead() {
    while (sent.size() < ahead && request.count() < AHEAD_BYTES_MAX && !expected.isEmpty()) {
      var next = expected.remove();
      sent.add(next);
      request.line(next);
    }
    if (expected.isEmpty()) {
      request.line(CLOSE);
      closeSent = true;
    }
  }

  /// Takes the answer to `line`, the first of those that were sent.
  private Outcome hear(TraceLine line) {
    requireSame(line, sent.poll());
    if (openUnanswered) {
      var failed = awaitOpen();
      if (failed.isPresent()) {
        return failed.get();
      }
    }
    var answer = answer();
    if (answer.isEmpty()) {
      return failure();
    }
    if (sent.isEmpty()) {
      adapt();
    }
    return switch (line) {
      case TraceLine.Call(Operation operation) -> answers.read(operation.kind(), answer.get());
      case TraceLine.HostEvent _ -> plain(answer.get());
    };
  }

  private static void requireSame(TraceLine line, @Nullable TraceLine foreseen) {
    if (!line.equals(foreseen)) {
      throw new IllegalStateException("the trace was to go on otherwise than by " + line);
    }
  }

  private static Outcome plain(AnswerLine answer) {
    if (answer.says(OK)) {
      return new Outcome.Done(Flush.UNKNOWN);
    }
    return answer.says("unsupported")
        ? Outcome.UNSUPPORTED
        : new Outcome.Garbled("'%s'".formatted(answer.text()));
  }

  /// Sends more lines ahead while that takes no time that anyone would notice.
  private void adapt() {
    var nanos = System.nanoTime() - sentNanos;
    if (nanos < SHORT_NANOS) {
      ahead = Math.min(2 * ahead, AHEAD_MAX);
    } else if (nanos > LONG_NANOS) {
      ahead = Math.max(ahead / 2, 1);
    }
  }

  /// Returns the next answer that is none to a handshake sent twice.
  private Optional<AnswerLine> answer() {
    var answer = running().answer(limitMillis);
    while (answer.isPresent() && answer.get().says(AnswerLine.MAPPER)) {
      answer = running().answer(limitMillis);
    }
    return answer;
  }

  private static boolean isEnd(Outcome given) {
    return given instanceof Outcome.Crashed || given instanceof Outcome.Hung;
  }

  /// Asks a fresh program the trace so far and `line`, each alone, since `failed` came of lines
  /// that were sent together.
  private Outcome askAgain(TraceLine line, Outcome.Failed failed) {
    careful = true;
    ahead = Math.max(ahead / 4, 1);
    sent.clear();
    closeSent = false;
    var again = open();
    if (again.isPresent()) {
      throw new SubjectFailedException(
          "%s could not be opened: %s".formatted(source.name(), OutcomeText.print(again.get())));
    }
    for (var before : List.copyOf(done)) {
      send(before);
      var given = hear(before);
      if (isEnd(given)) {
        return given;
      }
    }
    send(line);
    var given = hear(line);
    if (!isEnd(given)) {
      unseen = Optional.of(failed);
    }
    return given;
  }

  /// Returns how the program failed that does not answer, and ends it.
  private Outcome.Failed failure() {
    var silent = running();
    var how = silent.end();
    silent.kill();
    lastWords += silent.printed();
    program = null;
    return how.<Outcome.Failed>map(Outcome.Crashed::new)
        .orElseGet(() -> new Outcome.Hung(limitMillis));
  }

  /// Ends the trace; returns how the program failed then, or failed before without being seen.
  Optional<Outcome.Failed> end() {
    expected.clear();
    if (!opened || program == null) {
      return unseen;
    }
    opened = false;
    for (var unread = apart ? 0 : sent.size(); unread > 0; unread--) {
      if (answer().isEmpty()) {
        // What came after the last line of the trace says nothing.
        failure();
        return unseen;
      }
    }
    sent.clear();
    return apart ? unseen : unseen.or(this::leave);
  }

  private Optional<Outcome.Failed> leave() {
    if (!closeSent) {
      request.clear();
      request.line(CLOSE).line(FLUSH);
      running().send(request);
    }
    var answer = answer();
    if (answer.isEmpty()) {
      return Optional.of(failure());
    }
    if (answer.get().says(OK)) {
      return Optional.empty();
    }
    apart = true;
    return Optional.of(new Outcome.Garbled("'%s' to '%s'".formatted(answer.get().text(), CLOSE)));
  }

  private Program running() {
    var current = program;
    if (current == null) {
      throw new IllegalStateException("the program has ended");
    }
    return current;
  }

  /// Returns a program that waits for a trace: the present one, or a fresh one where that is gone
  /// or does not find its place again.
  private Program ready() {
    var current = program;
    if (current != null && (apart || current.hasAnswer()) && !isFoundAgain(current)) {
      current.kill();
      current = null;
    }
    var living = current == null ? source.take() : current;
    apart = false;
    program = living;
    return living;
  }

  private boolean isFoundAgain(Program lost) {
    return handshake.with(lost, false, limitMillis).isPresent();
  }

  /// Returns what was printed besides answers since the trace began.
  String printed() {
    var current = program;
    return current == null ? lastWords : lastWords + current.printed();
  }

  @Override
  public void close() {
    var current = program;
    program = null;
    if (current != null) {
      current.close();
    }
  }
}
