package org.pagetck.model.declaration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pagetck.model.trace.Parsed;

/// A list whose words are separated by blanks or commas. An error names the first word that is
/// unknown, or the whole list where the words do not go together.
///
/// @param allowed what goes into the error
/// @param known tells whether a word may stand in the list
/// @param making the value that the words make, which are all known, or nothing
/// @param printing the one spelling that is printed
record ListForm<T>(
    String allowed,
    Predicate<String> known,
    Function<List<String>, Optional<T>> making,
    Function<T, String> printing)
    implements ValueForm<T> {
  @Override
  public Parsed<T> read(String text) {
    var words = Stream.of(text.split("[ ,]", -1)).filter(word -> !word.isEmpty()).toList();
    var unknown = words.stream().filter(known.negate()).findFirst();
    if (unknown.isPresent()) {
      return new Parsed.Malformed<>(1, unknown.get(), allowed);
    }
    var made = words.isEmpty() ? Optional.<T>empty() : making.apply(words);
    return made.<Parsed<T>>map(Parsed.Read::new)
        .orElseGet(() -> new Parsed.Malformed<>(1, text, allowed));
  }

  @Override
  public String print(T value) {
    return printing.apply(value);
  }
}
