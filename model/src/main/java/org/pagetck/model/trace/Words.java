package org.pagetck.model.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;

/// The words of one line, read from left to right. What cannot be read throws [SyntaxException].
final class Words {
  private static final String FLAGS = "flag names joined by |, or - for none: ";
  private static final int HEX_DIGITS_MAX = 16;

  private final String line;
  private final List<String> words;
  private int next;

  /// Splits `line` at blanks and tabs; a word that begins with `#` begins a comment.
  Words(String line) {
    this.line = line.strip();
    this.words = split(line);
  }

  private static List<String> split(String line) {
    var words = new ArrayList<String>();
    var end = 0;
    for (var i = 0; i < line.length(); i = end + 1) {
      end = i;
      while (end < line.length() && !isBlank(line.charAt(end))) {
        end++;
      }
      if (end > i) {
        if (line.charAt(i) == '#') {
          break;
        }
        words.add(line.substring(i, end));
      }
    }
    return words;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /// Returns the whole line.
  String line() {
    return line;
  }

  boolean hasNext() {
    return next < words.size();
  }

  /// Returns the next word without reading it, or an empty text.
  String peek() {
    return hasNext() ? words.get(next) : "";
  }

  /// Reads the next word, whatever it is.
  void skip() {
    next++;
  }

  /// Tells whether the next word begins with `start`.
  boolean nextStartsWith(String start) {
    return hasNext() && words.get(next).startsWith(start);
  }

  /// Returns the next word; `allowed` says what it may be, should there be none.
  String word(String allowed) {
    if (!hasNext()) {
      throw new SyntaxException(line, "one word more: " + allowed);
    }
    return words.get(next++);
  }

  /// Returns the words that are left, joined by single blanks.
  String rest() {
    var rest = String.join(" ", words.subList(next, words.size()));
    next = words.size();
    return rest;
  }

  /// Checks that no word is left.
  void end() {
    if (hasNext()) {
      throw new SyntaxException(rest(), "the end of the line");
    }
  }

  /// Returns the word that was read last as something at fault.
  SyntaxException wrong(String allowed) {
    return new SyntaxException(words.get(next - 1), allowed);
  }

  /// Reads the next word by `reading`.
  <T> T choice(Function<String, Optional<T>> reading, String allowed) {
    return reading.apply(word(allowed)).orElseThrow(() -> wrong(allowed));
  }

  PageSize size() {
    return choice(PageSize::byText, "4K, 2M or 1G");
  }

  long hex() {
    return hex(word("a hexadecimal number such as 0x1000"));
  }

  EntryFlags flags() {
    return flags(word(flagsAllowed()));
  }

  /// Reads a word `key=0x…`.
  long hexOf(String key) {
    return hex(valueOf(key, "=0x… in hexadecimal"));
  }

  /// Reads a word `key=FLAGS`.
  EntryFlags flagsOf(String key) {
    return flags(valueOf(key, "=FLAGS"));
  }

  /// Reads a word `key=N`, a number in decimal that fits 32 bits.
  int intOf(String key) {
    return decimal(valueOf(key, "= and a decimal number"));
  }

  /// Reads the value of a word `key=value`.
  String valueOf(String key, String shape) {
    var word = word(key + shape);
    if (!word.startsWith(key + "=")) {
      throw wrong(key + shape);
    }
    return word.substring(key.length() + 1);
  }

  int decimal(String text) {
    try {
      if (text.matches("-?[0-9]{1,10}")) {
        return Integer.parseInt(text);
      }
    } catch (NumberFormatException _) {
      // Ten digits may be too much for 32 bits: the answer is the same.
    }
    throw wrong("a decimal number that fits 32 bits");
  }

  long hex(String text) {
    var digits = text.length() - 2;
    if (!text.startsWith("0x") || digits < 1 || digits > HEX_DIGITS_MAX) {
      throw wrong("0x and 1 to 16 hexadecimal digits");
    }
    var value = 0L;
    for (var i = 2; i < text.length(); i++) {
      var digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        throw wrong("0x and 1 to 16 hexadecimal digits");
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private EntryFlags flags(String text) {
    return EntryFlags.byText(text).orElseThrow(() -> wrong(flagsAllowed()));
  }

  private static String flagsAllowed() {
    return FLAGS + String.join(" ", EntryFlags.allNames());
  }
}
