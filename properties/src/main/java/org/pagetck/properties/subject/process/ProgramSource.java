package org.pagetck.properties.subject.process;

import java.util.List;
import java.util.Optional;
import org.pagetck.properties.subject.SubjectFailedException;

/// Starts a program as often as it is needed. Never one more than that: what stands at the other
/// end of the program, a serial line or an emulator's disk, may be there once only.
final class ProgramSource {
  private static final long START_MILLIS_MAX = 30_000;

  private final List<String> words;
  private final Handshake handshake = new Handshake();
  private Optional<Program> ready = Optional.empty();

  /// Creates it for the command `words`.
  ProgramSource(List<String> words) {
    this.words = List.copyOf(words);
  }

  /// Returns the program's name.
  String name() {
    return words.getFirst();
  }

  /// Starts the program, which the next [#take] gets; returns what it says of itself.
  ///
  /// @throws SubjectFailedException if it cannot be started or does not answer the handshake
  synchronized String describe() {
    var program = Program.start(words);
    ready = Optional.of(program);
    return shake(program);
  }

  /// Returns a program that answered the handshake.
  ///
  /// @throws SubjectFailedException if it cannot be started or does not answer the handshake
  synchronized Program take() {
    if (ready.isPresent()) {
      var program = ready.get();
      ready = Optional.empty();
      if (program.isAlive()) {
        return program;
      }
      program.kill();
    }
    var program = Program.start(words);
    shake(program);
    return program;
  }

  private String shake(Program program) {
    var answer = handshake.with(program, true, START_MILLIS_MAX);
    if (answer.isPresent()) {
      return answer.get();
    }
    var ended = program.end();
    program.kill();
    ready = Optional.empty();
    throw new SubjectFailedException(
        ended
                .map(how -> "%s ended before it answered the handshake: %s".formatted(name(), how))
                .orElseGet(() ->
                    "%s did not answer the handshake within %d s"
                        .formatted(name(), START_MILLIS_MAX / 1000))
            + printed(program));
  }

  private static String printed(Program program) {
    var text = program.printed().strip();
    return text.isEmpty() ? "" : "; it printed: " + text;
  }

  /// Ends the program that nobody took.
  synchronized void close() {
    ready.ifPresent(Program::close);
    ready = Optional.empty();
  }
}
