package org.pagetck.model.contract;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What the host may plant in a table between calls, as boot code and hardware do.
public enum Planted {
  /// Entries without PRESENT that are not 0.
  RESERVED,
  /// Links to empty tables.
  LINK,
  /// Present entries that are neither link nor leaf.
  MALFORMED,
  /// Leaves with PAT.
  PAT;

  private static final Set<Planted> ALL = Collections.unmodifiableSet(EnumSet.allOf(Planted.class));

  /// Returns all of them.
  public static Set<Planted> all() {
    return ALL;
  }
}
