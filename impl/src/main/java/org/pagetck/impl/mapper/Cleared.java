package org.pagetck.impl.mapper;

/// What was cleared out of a slot.
public sealed interface Cleared {
  /// A page.
  record Page(Removed removed) implements Cleared {}

  /// A RESERVED entry that held `word`. Nothing caches one, so nothing is to be flushed.
  record Reserved(long word) implements Cleared {}
}
