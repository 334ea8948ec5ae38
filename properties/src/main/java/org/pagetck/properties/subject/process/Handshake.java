package org.pagetck.properties.subject.process;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The first line to a program, and its answer. No other line is answered alike, so that a
/// handshake also finds the place again where what was sent and what was answered came apart.
final class Handshake {
  private static final String LINE = "pagetck 1";
  private static final long NANOS_PER_MILLI = 1_000_000;

  /// How long to wait before the line is sent again: what came before a console was set up is lost.
  private static final long AGAIN_MILLIS = 3_000;

  private static final String NO_BYTES_SEEN = "effects = none\nrestorable = no\n";

  private final RequestBytes request = new RequestBytes();

  /// Sends the line and skips what comes before its answer, for `limitMillis` milliseconds. Returns
  /// what follows the word `mapper`, or nothing.
  Optional<String> with(Program program, boolean isFirst, long limitMillis) {
    var start = System.nanoTime();
    var first = isFirst;
    for (var left = limitMillis; left > 0; left = limitMillis - millisSince(start)) {
      // The empty line ends what may have been left in the middle of a line.
      request.clear();
      request.line(first ? LINE : "\n" + LINE).line(Dialogue.FLUSH);
      first = false;
      if (!program.send(request)) {
        return Optional.empty();
      }
      var answer = mapper(program, Math.min(left, AGAIN_MILLIS));
      if (answer.isPresent() || program.end().isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> mapper(Program program, long limitMillis) {
    var start = System.nanoTime();
    for (var left = limitMillis; left > 0; left = limitMillis - millisSince(start)) {
      var answer = program.answer(left);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      if (answer.get().says(AnswerLine.MAPPER)) {
        return Optional.of(answer.get().text().substring(AnswerLine.MAPPER.length()).strip());
      }
    }
    return Optional.empty();
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }

  /// Returns the declaration in `words` as lines `key = value`, one for each word, with what is the
  /// default at this door.
  static String declaration(String words) {
    var lines =
        Arrays.stream(words.split("[ \\t]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.replaceFirst("=", " = "))
            .map(word -> word.replace("%20", " ").replace("%25", "%") + "\n")
            .collect(Collectors.joining());
    return lines.lines().anyMatch(line -> line.startsWith("effects = "))
        ? lines
        : lines + NO_BYTES_SEEN;
  }
}
