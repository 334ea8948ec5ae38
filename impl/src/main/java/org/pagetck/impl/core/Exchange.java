package org.pagetck.impl.core;

import org.pagetck.model.mapper.PhysMemory;

/// Stores to entries that processors use meanwhile: what they set is seen, or kept.
final class Exchange {
  private Exchange() {}

  /// Stores 0 over `word`; returns what stood there last.
  static long remove(PhysMemory memory, long slot, long word) {
    var expected = word;
    while (true) {
      var seen = memory.compareAndExchange(slot, expected, 0);
      if (seen == expected) {
        return seen;
      }
      expected = seen;
    }
  }

  /// Adds `flags` to `word`.
  static void add(PhysMemory memory, long slot, long word, long flags) {
    var expected = word;
    while (true) {
      var seen = memory.compareAndExchange(slot, expected, expected | flags);
      if (seen == expected) {
        return;
      }
      expected = seen;
    }
  }
}
