package org.pagetck.properties.subject.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/// One line that a program answered, without the mark before it and the blanks around it: a part of
/// bytes that are shared, and hold it until the next answer is taken.
final class AnswerLine {
  /// The word that answers a handshake, and nothing else.
  static final String MAPPER = "mapper";

  private static final byte[] MARK = "pagetck: ".getBytes(US_ASCII);
  private static final List<byte[]> WORDS =
      List.of("ok", "refused", "unsupported", "panic", "wild", MAPPER).stream()
          .map(word -> word.getBytes(US_ASCII))
          .toList();

  private final byte[] bytes;
  private final int start;
  private final int end;

  /// Creates the line from index `start` to the one before `end` of `bytes`.
  AnswerLine(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  /// Returns the answer between `from` and `to`, or a line of no bytes where they are for the log.
  static AnswerLine in(byte[] bytes, int from, int to) {
    var start = startsWith(bytes, from, to, MARK) ? from + MARK.length : from;
    var end = to;
    while (start < end && isBlank(bytes[start])) {
      start++;
    }
    while (start < end && isBlank(bytes[end - 1])) {
      end--;
    }
    for (var word : WORDS) {
      if (startsWith(bytes, start, end, word)
          && (end - start == word.length || bytes[start + word.length] == ' ')) {
        return new AnswerLine(bytes, start, end);
      }
    }
    return new AnswerLine(bytes, from, from);
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == '\t' || value == '\r';
  }

  private static boolean startsWith(byte[] bytes, int from, int to, byte[] word) {
    return to - from >= word.length
        && Arrays.equals(bytes, from, from + word.length, word, 0, word.length);
  }

  /// Returns the bytes that it is a part of.
  byte[] bytes() {
    return bytes;
  }

  /// Returns the index of its first byte.
  int start() {
    return start;
  }

  /// Returns the index behind its last byte.
  int end() {
    return end;
  }

  /// Tells whether there is no answer.
  boolean isEmpty() {
    return start == end;
  }

  /// Tells whether its first word is `word`.
  boolean says(String word) {
    var text = word.getBytes(US_ASCII);
    return startsWith(bytes, start, end, text)
        && (end - start == text.length || bytes[start + text.length] == ' ');
  }

  /// Returns it as a text.
  String text() {
    return new String(bytes, start, end - start, UTF_8);
  }
}
