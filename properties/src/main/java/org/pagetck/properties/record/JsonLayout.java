package org.pagetck.properties.record;

/// Lays out JSON for people: lists and objects that fit stand on one line, others have one line per
/// member.
final class JsonLayout {
  private static final int COLUMNS = 110;
  private static final String INDENT = "  ";

  private final String json;
  private final StringBuilder text = new StringBuilder();
  private int at;

  private JsonLayout(String json) {
    this.json = json;
  }

  /// Returns `json`, which has no blanks outside of strings, laid out.
  static String of(String json) {
    var layout = new JsonLayout(json);
    layout.value(0, 0);
    return layout.text.append('\n').toString();
  }

  /// Writes the value that begins here; `taken` columns of its line are taken.
  private void value(int depth, int taken) {
    var first = json.charAt(at);
    var end = end(at);
    if (first != '{' && first != '[') {
      text.append(json, at, end);
      at = end;
    } else if (taken + lineLength(at, end) <= COLUMNS) {
      line(end);
    } else {
      members(depth, end);
    }
  }

  /// Writes the list or object that ends at `end` with one line per member.
  private void members(int depth, int end) {
    var indent = INDENT.repeat(depth + 1);
    text.append(json.charAt(at++)).append('\n');
    while (at < end - 1) {
      text.append(indent);
      var start = text.length();
      member(depth + 1, start);
      if (json.charAt(at) == ',') {
        text.append(',');
        at++;
      }
      text.append('\n');
    }
    text.append(INDENT.repeat(depth)).append(json.charAt(at++));
  }

  private void member(int depth, int start) {
    var end = end(at);
    if (json.charAt(at) == '"' && json.charAt(end) == ':') {
      text.append(json, at, end).append(": ");
      at = end + 1;
    }
    value(depth, depth * INDENT.length() + text.length() - start);
  }

  /// Writes all up to `end` on one line.
  private void line(int end) {
    while (at < end) {
      var c = json.charAt(at);
      if (c == '"') {
        var close = end(at);
        text.append(json, at, close);
        at = close;
        continue;
      }
      text.append(c);
      if (c == ',' || c == ':') {
        text.append(' ');
      }
      at++;
    }
  }

  private int lineLength(int from, int to) {
    var length = to - from;
    for (var i = from; i < to; i++) {
      var c = json.charAt(i);
      if (c == '"') {
        i = end(i) - 1;
      } else if (c == ',' || c == ':') {
        length++;
      }
    }
    return length;
  }

  /// Returns the place behind the value or string that begins at `from`.
  private int end(int from) {
    var depth = 0;
    for (var i = from; i < json.length(); i++) {
      switch (json.charAt(i)) {
        case '"' -> i = closing(i);
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case ',', ':' -> {
          if (depth == 0) {
            return i;
          }
        }
        default -> {}
      }
      if (depth < 0) {
        return i;
      }
      if (depth == 0 && "\"}]".indexOf(json.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return json.length();
  }

  /// Returns the place of the quote that closes the string at `from`.
  private int closing(int from) {
    for (var i = from + 1; ; i++) {
      if (json.charAt(i) == '\\') {
        i++;
      } else if (json.charAt(i) == '"') {
        return i;
      }
    }
  }
}
