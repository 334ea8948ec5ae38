package org.pagetck.model.paging;

import java.util.List;
import java.util.Optional;

/// What an access does to memory; `text` is the spelling in traces.
public enum AccessKind {
  /// Loads data.
  READ("read"),
  /// Stores data.
  WRITE("write"),
  /// Fetches an instruction.
  FETCH("fetch");

  private static final List<AccessKind> ALL = List.of(values());

  private final String text;

  AccessKind(String text) {
    this.text = text;
  }

  /// Returns all kinds.
  public static List<AccessKind> all() {
    return ALL;
  }

  /// Returns the kind spelled `text`, or nothing.
  public static Optional<AccessKind> byText(String text) {
    return ALL.stream().filter(kind -> kind.text.equals(text)).findFirst();
  }

  /// Returns the spelling in traces.
  public String text() {
    return text;
  }
}
