package org.pagetck.impl.core;

import org.pagetck.model.operation.Flush;

/// How much of what may be cached an operation made stale.
enum Owed {
  NOTHING(Flush.NONE),
  PAGE(Flush.PAGE),
  EVERYTHING(Flush.ALL);

  private final Flush flush;

  Owed(Flush flush) {
    this.flush = flush;
  }

  Flush flush() {
    return flush;
  }
}
