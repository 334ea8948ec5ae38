package org.pagetck.model.operation;

import java.util.List;
import java.util.Optional;

/// The kinds of operation; `key` is the spelling in declarations.
public enum OperationKind {
  /// Maps a page to a frame.
  MAP("map"),
  /// Maps a page and says which flags the links on its path get.
  MAP_WITH_TABLE_FLAGS("map-with-table-flags"),
  /// Removes a page.
  UNMAP("unmap"),
  /// Replaces the flags of a page.
  UPDATE_FLAGS("update-flags"),
  /// Looks a page up.
  TRANSLATE_PAGE("translate-page"),
  /// Looks an address up.
  TRANSLATE("translate"),
  /// Removes whatever occupies a page's slot.
  CLEAR("clear"),
  /// Replaces the flags of one link.
  SET_TABLE_FLAGS("set-table-flags"),
  /// Gives back the empty tables of a range.
  CLEAN_UP("clean-up");

  private static final List<OperationKind> ALL = List.of(values());

  private final String key;

  OperationKind(String key) {
    this.key = key;
  }

  /// Returns all kinds.
  public static List<OperationKind> all() {
    return ALL;
  }

  /// Returns the kind spelled `key`, or nothing.
  public static Optional<OperationKind> byKey(String key) {
    return ALL.stream().filter(kind -> kind.key.equals(key)).findFirst();
  }

  /// Returns the spelling in declarations.
  public String key() {
    return key;
  }

  /// Returns the kind that this one is a form of: map with table flags is a map.
  public OperationKind family() {
    return this == MAP_WITH_TABLE_FLAGS ? MAP : this;
  }

  /// Tells whether every mapper must offer the operation.
  public boolean isCore() {
    return switch (this) {
      case MAP, UNMAP, UPDATE_FLAGS, TRANSLATE_PAGE, TRANSLATE -> true;
      case MAP_WITH_TABLE_FLAGS, CLEAR, SET_TABLE_FLAGS, CLEAN_UP -> false;
    };
  }
}
