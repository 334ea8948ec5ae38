package org.pagetck.model.declaration;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What may stand in a declaration as free text.
final class Texts {
  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

  private Texts() {}

  /// Returns `text` without blanks and tabs at its ends, and with single blanks inside.
  static String squeeze(String text) {
    return String.join(" ", words(text));
  }

  /// Returns the words of `text`, which are separated by blanks and tabs.
  static List<String> words(String text) {
    return Stream.of(BLANKS.split(text, -1)).filter(word -> !word.isEmpty()).toList();
  }

  /// Tells whether `text` is made of visible characters and single blanks between them.
  static boolean isVisible(String text) {
    return squeeze(text).equals(text)
        && !text.isEmpty()
        && text.codePoints().allMatch(Texts::isVisible);
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> true;
    };
  }
}
