package org.pagetck.impl.core;

import org.pagetck.model.address.Levels;

/// The walk of tables that are seen through a recursive slot. Each table appears at a virtual
/// address of its own, which follows from the indices that lead to it: one more round through the
/// slot shows the table above.
final class RecursiveWalk extends Walk {
  private static final int INDEX_BITS = 9;

  private final int levels;

  RecursiveWalk(TableSpace space) {
    super(space);
    this.levels = space.levels();
  }

  /// Leaves one round through the slot out, so that the index of `slot` becomes the last one.
  @Override
  protected long below(long slot, long word) {
    return Levels.signExtend(slot << INDEX_BITS, levels);
  }
}
