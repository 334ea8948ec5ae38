package org.pagetck.impl.core;

import java.util.function.LongConsumer;

/// The operations over tables that are seen through a recursive slot: the memory is virtual, and
/// the root the place where the slot shows the top table.
public final class RecursiveCore extends MapCore {
  /// Creates it for `space`. A new table cannot be seen before it is linked, and must hold zeros by
  /// then: `cleaner` sees to that, given the frame's physical address.
  public RecursiveCore(TableSpace space, LongConsumer cleaner) {
    this(space, new RecursiveWalk(space), cleaner);
  }

  private RecursiveCore(TableSpace space, RecursiveWalk walk, LongConsumer cleaner) {
    super(space, walk, new CleanedChain(space, walk, cleaner));
  }

  private static final class CleanedChain extends TableChain {
    private final LongConsumer cleaner;

    CleanedChain(TableSpace space, Walk walk, LongConsumer cleaner) {
      super(space, walk);
      this.cleaner = cleaner;
    }

    @Override
    protected void prepare(long frame) {
      cleaner.accept(frame);
    }
  }
}
