package org.pagetck.impl.core;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.PhysMemory;

/// The tables that a map lacks: first all their frames are taken, then they are linked from the top
/// down.
///
/// A frame is zeroed before the store that makes it reachable.
public class TableChain {
  private final PhysMemory memory;
  private final Walk walk;
  private final long[] frames = new long[Levels.ROOT_MAX];
  private int count;

  /// Creates it for tables in `space`; `walk` knows where an address has its slot.
  public TableChain(TableSpace space, Walk walk) {
    this.memory = space.memory();
    this.walk = walk;
  }

  /// Takes `wanted` frames from `source`; returns whether it got all of them.
  public boolean take(int wanted, FrameAllocator source) {
    count = 0;
    while (count < wanted) {
      var frame = source.allocate();
      if (frame == FrameAllocator.NO_FRAME) {
        return false;
      }
      frames[count++] = frame;
    }
    return true;
  }

  /// Gives the frames taken back to `source`.
  public final void giveBack(FrameAllocator source) {
    while (count > 0) {
      source.deallocate(frames[--count]);
    }
  }

  /// Links the tables taken below `slot`, which is empty and of `level`, on the way to `address`;
  /// each link has `flags`. Returns the slot of `address` in the last of them, or `slot` where none
  /// was taken.
  public final long link(long slot, long address, int level, long flags) {
    var below = slot;
    for (var i = 0; i < count; i++) {
      prepare(frames[i]);
      below = hang(below, frames[i], address, level - i, flags);
    }
    return below;
  }

  /// Makes the frame at `frame` an empty table.
  protected void prepare(long frame) {
    memory.zero(frame);
  }

  /// Returns the memory, for chains built on this one.
  protected final PhysMemory memory() {
    return memory;
  }

  /// Stores into `slot` of `level` the link to the table at `frame`; returns the slot of `address`
  /// in that table.
  protected long hang(long slot, long frame, long address, int level, long flags) {
    var word = EntryWord.link(frame, flags);
    memory.store(slot, word);
    return walk.slotIn(walk.below(slot, word), address, level - 1);
  }
}
