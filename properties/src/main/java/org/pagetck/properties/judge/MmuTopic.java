package org.pagetck.properties.judge;

/// What real MMUs are asked about, counted apart.
public enum MmuTopic {
  /// Which accesses are allowed, and where they go.
  RIGHTS,
  /// Which bits of which entries an allowed access sets.
  ACCESSED_AND_DIRTY
}
