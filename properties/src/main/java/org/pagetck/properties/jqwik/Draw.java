package org.pagetck.properties.jqwik;

import org.pagetck.model.trace.Trace;

/// What one try of a property runs.
public sealed interface Draw {
  /// The trace that the generators draw from `seed`: jqwik chooses the seed, and nothing else.
  record Seeded(long seed) implements Draw {
    @Override
    public String toString() {
      return "the trace of seed 0x%x".formatted(seed);
    }
  }

  /// A trace that was written down.
  ///
  /// @param name what it is about
  /// @param trace the trace
  record Written(String name, Trace trace) implements Draw {
    @Override
    public String toString() {
      return "the trace '%s'".formatted(name);
    }
  }
}
