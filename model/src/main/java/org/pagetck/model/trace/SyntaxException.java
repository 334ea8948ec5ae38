package org.pagetck.model.trace;

/// A line that cannot be read; never leaves the package.
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int TEXT_MAX = 60;

  private final String text;
  private final String allowed;

  /// Creates it for the words at fault and what is allowed in their place.
  SyntaxException(String text, String allowed) {
    super(allowed, null, false, false);
    this.text = shown(text);
    this.allowed = allowed;
  }

  <T> Parsed<T> atLine(int line) {
    return new Parsed.Malformed<>(line, text, allowed);
  }

  private static String shown(String text) {
    var shown = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      if (shown.length() >= TEXT_MAX) {
        return shown.append('…').toString();
      }
      var c = text.charAt(i);
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
}
