package org.pagetck.model.declaration;

import java.util.Optional;
import java.util.function.Function;
import org.pagetck.model.trace.Parsed;

/// The spelling of one kind of value. Reading what was printed gives an equal value.
///
/// @param <T> the kind of value
interface ValueForm<T> {
  /// Returns the value, or the words at fault and what is allowed, as on a text of one line. `text`
  /// holds no blanks at its ends and no two in a row.
  Parsed<T> read(String text);

  /// Returns the one spelling that is printed.
  String print(T value);

  /// Returns the printed spelling of the value that `text` spells, or what is wrong with it.
  default Parsed<String> canonical(String text) {
    return switch (read(text)) {
      case Parsed.Read<T>(var value) -> new Parsed.Read<>(print(value));
      case Parsed.Malformed<T>(var line, var words, var allowed) ->
          new Parsed.Malformed<>(line, words, allowed);
    };
  }

  /// Returns the form that `reading` and `printing` describe; `allowed` goes into the error.
  static <T> ValueForm<T> of(
      String allowed, Function<String, Optional<T>> reading, Function<T, String> printing) {
    return new ValueForm<>() {
      @Override
      public Parsed<T> read(String text) {
        return reading
            .apply(text)
            .<Parsed<T>>map(Parsed.Read::new)
            .orElseGet(() -> new Parsed.Malformed<>(1, text, allowed));
      }

      @Override
      public String print(T value) {
        return printing.apply(value);
      }
    };
  }
}
