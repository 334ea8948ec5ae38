package org.pagetck.model.trace;

import java.util.Optional;

/// What came of reading a text: a value, or why there is none.
///
/// @param <T> what was to be read
public sealed interface Parsed<T> {
  /// It was read.
  record Read<T>(T value) implements Parsed<T> {}

  /// It could not be read.
  ///
  /// @param line the line at fault, from 1; a text of one line has line 1
  /// @param text the words at fault; kept on one line, shortened
  /// @param allowed what would have been allowed
  record Malformed<T>(int line, String text, String allowed) implements Parsed<T> {
    private static final int TEXT_MAX = 60;
    private static final char MORE = '\u2026';

    /// Shortens the words at fault and escapes what is not visible ASCII.
    public Malformed {
      text = shown(text);
    }

    private static String shown(String text) {
      var shown = new StringBuilder();
      for (var i = 0; i < text.length(); i++) {
        var c = text.charAt(i);
        if (shown.length() >= TEXT_MAX) {
          return shown.append(MORE).toString();
        }
        if (c == '\t') {
          shown.append(' ');
        } else if (c < ' ' || c > '~') {
          shown.append("\\u%04x".formatted((int) c));
        } else {
          shown.append(c);
        }
      }
      return shown.toString();
    }

    /// Returns all of it as one sentence on one line.
    public String sentence() {
      return "line %d: '%s' cannot be read, allowed is %s".formatted(line, text, allowed);
    }
  }

  /// Returns the value, or nothing.
  default Optional<T> toOptional() {
    return this instanceof Read<T>(var value) ? Optional.of(value) : Optional.empty();
  }

  /// Returns the value of a text that is known to be right.
  ///
  /// @throws IllegalArgumentException with the sentence if it is not
  default T orThrow() {
    return switch (this) {
      case Read<T>(var value) -> value;
      case Malformed<T> malformed -> throw new IllegalArgumentException(malformed.sentence());
    };
  }
}
