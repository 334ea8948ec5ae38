package org.pagetck.impl.core;

import org.pagetck.model.operation.Flush;

/// How much of what may be cached an operation made stale.
public enum Owed {
  /// None of it.
  NOTHING(Flush.NONE),
  /// What belongs to the page of the call.
  PAGE(Flush.PAGE),
  /// Anything, anywhere.
  EVERYTHING(Flush.ALL);

  private final Flush flush;

  Owed(Flush flush) {
    this.flush = flush;
  }

  Flush flush() {
    return flush;
  }
}
