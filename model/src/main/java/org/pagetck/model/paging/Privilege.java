package org.pagetck.model.paging;

import java.util.List;
import java.util.Optional;

/// In whose name an access is made (Intel SDM vol. 3, "Determination of Access Rights"); `text` is
/// the spelling in traces.
public enum Privilege {
  /// A user-mode access, made at privilege level 3.
  USER("user"),
  /// A supervisor-mode access, made at privilege levels 0 to 2.
  SUPERVISOR("supervisor");

  private static final List<Privilege> ALL = List.of(values());

  private final String text;

  Privilege(String text) {
    this.text = text;
  }

  /// Returns both.
  public static List<Privilege> all() {
    return ALL;
  }

  /// Returns the privilege spelled `text`, or nothing.
  public static Optional<Privilege> byText(String text) {
    return ALL.stream().filter(privilege -> privilege.text.equals(text)).findFirst();
  }

  /// Returns the spelling in traces.
  public String text() {
    return text;
  }
}
