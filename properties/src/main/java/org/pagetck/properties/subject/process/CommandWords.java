package org.pagetck.properties.subject.process;

import java.util.ArrayList;
import java.util.List;

/// The words of a command, as a shell splits them: blanks separate, quotes of either kind and a
/// backslash keep together. Nothing is substituted.
public final class CommandWords {
  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;
  private char quote;

  private CommandWords(String text) {
    this.text = text;
  }

  /// Returns the words of `text`.
  ///
  /// @throws IllegalArgumentException if a quote is not closed or nothing follows a backslash
  public static List<String> of(String text) {
    return new CommandWords(text).split();
  }

  private List<String> split() {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\\' && quote != '\'') {
        if (++i == text.length()) {
          throw new IllegalArgumentException("nothing follows the backslash at the end");
        }
        keep(text.charAt(i));
      } else if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          keep(c);
        }
      } else {
        plain(c);
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("the quote %s is not closed".formatted(quote));
    }
    end();
    return List.copyOf(words);
  }

  private void plain(char c) {
    switch (c) {
      case '\'', '"' -> {
        quote = c;
        begun = true;
      }
      case ' ', '\t', '\n' -> end();
      default -> keep(c);
    }
  }

  private void keep(char c) {
    word.append(c);
    begun = true;
  }

  private void end() {
    if (begun) {
      words.add(word.toString());
      word.setLength(0);
      begun = false;
    }
  }
}
