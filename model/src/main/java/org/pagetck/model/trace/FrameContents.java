package org.pagetck.model.trace;

import java.util.List;
import java.util.Optional;

/// What frames hold when they are handed out; `text` is the spelling in traces.
public enum FrameContents {
  /// All bits 0.
  ZEROED("zeroed"),
  /// All bits 1.
  ONES("ones"),
  /// Plausible old entries, drawn from the seed.
  DIRTY("dirty");

  private static final List<FrameContents> ALL = List.of(values());

  private final String text;

  FrameContents(String text) {
    this.text = text;
  }

  /// Returns all kinds of contents.
  public static List<FrameContents> all() {
    return ALL;
  }

  /// Returns the contents spelled `text`, or nothing.
  public static Optional<FrameContents> byText(String text) {
    return ALL.stream().filter(contents -> contents.text.equals(text)).findFirst();
  }

  /// Returns the spelling in traces.
  public String text() {
    return text;
  }
}
