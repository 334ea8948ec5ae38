package org.pagetck.model.trace;

/// A line that cannot be read; never leaves the package.
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final String allowed;

  /// Creates it for the words at fault and what is allowed in their place.
  SyntaxException(String text, String allowed) {
    super(allowed, null, false, false);
    this.text = text;
    this.allowed = allowed;
  }

  <T> Parsed<T> atLine(int line) {
    return new Parsed.Malformed<>(line, text, allowed);
  }
}
