package org.pagetck.properties.compare;

/// In what subjects can part.
public enum Facet {
  /// One does what the other refuses, or answers with another frame or other flags.
  ANSWER("answer"),
  /// Both refuse, for different reasons.
  REASON("reason"),
  /// The hardware makes something else of the page.
  HARDWARE("hardware"),
  /// Another number of table frames is taken.
  FRAMES("table frames"),
  /// Something else is to be flushed.
  FLUSH("flush");

  private final String text;

  Facet(String text) {
    this.text = text;
  }

  /// Returns it in words.
  public String text() {
    return text;
  }
}
