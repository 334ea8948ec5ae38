package org.pagetck.reports.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pagetck.model.operation.Refusal;

/// How numbers and texts are written in sources.
final class Spelling {
  private static final int COMMENT_WIDTH = 100;

  private Spelling() {}

  /// Returns `value` in hex, with `suffix` behind it.
  static String hex(long value, String suffix) {
    return "0x%x%s".formatted(value, suffix);
  }

  /// Returns `text` as the contents of a string in C, Java or Rust.
  static String quoted(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /// Returns `text` on one line that ends no comment.
  static String comment(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").replace("*/", "* /").replace("\\u", "\\ u");
  }

  /// Returns `text` as lines of a comment, each after `mark`.
  static String comments(String mark, String text) {
    var lines = new StringBuilder(mark);
    var width = 0;
    for (var word : comment(text).split(" ", -1)) {
      if (width > 0 && width + word.length() >= COMMENT_WIDTH) {
        lines.append('\n').append(mark);
        width = 0;
      }
      lines.append(' ').append(word);
      width += 1 + word.length();
    }
    return lines.append('\n').toString();
  }

  /// Returns the names of `reasons`, each after `prefix`.
  static String reasons(Iterable<Refusal> reasons, String prefix, String separator) {
    var names = new ArrayList<String>();
    reasons.forEach(reason -> names.add(prefix + reason));
    return String.join(separator, names);
  }

  /// Returns `values` in hex, a line each, after `indent`.
  static String lines(List<Long> values, String indent, String suffix) {
    return values.stream()
        .map(value -> indent + hex(value, suffix) + ",\n")
        .collect(Collectors.joining());
  }
}
