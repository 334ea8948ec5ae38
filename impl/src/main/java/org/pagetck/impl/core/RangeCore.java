package org.pagetck.impl.core;

import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Refusal;

/// The range operations over raw longs: the fold of page operations, each with the largest page for
/// which it is not refused. Where a page operation was done, what follows in the same table is done
/// without another walk.
///
/// Each returns whether it went to the end. [#doneBytes] says how far it went, [#reason] why no
/// further, [#flush] what is owed for what was done.
public final class RangeCore {
  private static final int LEAF_LEVEL_MAX = PageSize.all().size();

  private final MapCore core;
  private final Walk walk;
  private final PhysMemory memory;
  private final boolean hasRuns;

  private long page;
  private long left;
  private long done;
  private Owed owed = Owed.NOTHING;
  private Refusal reason = Refusal.REFUSED;

  /// Creates it over `core`. One with operations of its own is asked for each page.
  public RangeCore(MapCore core) {
    this.core = core;
    this.walk = core.walk();
    this.memory = core.memory();
    this.hasRuns = core.getClass() == MapCore.class || core instanceof RecursiveCore;
  }

  /// Maps the range from `page` to as many bytes from `frame` on.
  public boolean map(long page, long bytes, long frame, long flags, FrameAllocator frames) {
    if (!begin(page, bytes)) {
      return false;
    }
    while (left > 0) {
      var target = frame + done;
      var level = isInSpace() ? mapOne(target, flags, frames) : 0;
      if (level == 0) {
        return false;
      }
      owe(core.owed());
      pass(1, level);
      if (hasRuns) {
        mapRun(level, frame, flags);
      }
    }
    return true;
  }

  private int mapOne(long frame, long flags, FrameAllocator frames) {
    for (var level = LEAF_LEVEL_MAX; level >= 1; level--) {
      var size = sizeOf(level);
      if (fits(size, frame) && core.map(here(), size, frame, flags, frames)) {
        return level;
      }
    }
    return refusedHere();
  }

  /// Maps the pages that come next in the table of the last one, up to the first occupied slot.
  private void mapRun(int level, long frame, long flags) {
    var count = runLength(level);
    var first = frame + done;
    if (count == 0 || !core.isInRange(first + (count << Levels.shift(level)) - 1)) {
      return;
    }
    var slot = nextSlot(level);
    var word = EntryWord.leaf(level, first, flags);
    var step = Levels.entrySpan(level);
    var index = 0L;
    while (index < count && memory.load(slot + index * Levels.ENTRY_BYTES) == 0) {
      memory.store(slot + index * Levels.ENTRY_BYTES, word + index * step);
      index++;
    }
    pass(index, level);
  }

  /// Removes the pages of the range, and tells `removed` of each. With `skipsHoles`, what is not
  /// mapped is passed over.
  public boolean unmap(long page, long bytes, boolean skipsHoles, RemovedPages removed) {
    if (!begin(page, bytes)) {
      return false;
    }
    while (left > 0) {
      var level = isInSpace() ? unmapOne() : 0;
      if (level > 0) {
        owe(core.owed());
        removed.removed(here(), level, core.frame(), core.flags());
        pass(1, level);
        if (hasRuns) {
          unmapRun(level, removed);
        }
      } else if (!skipsHoles || !passHole()) {
        return false;
      }
    }
    return true;
  }

  private int unmapOne() {
    for (var level = LEAF_LEVEL_MAX; level >= 1; level--) {
      if (fits(sizeOf(level), 0) && core.unmap(here(), sizeOf(level))) {
        return level;
      }
    }
    return refusedHere();
  }

  private void unmapRun(int level, RemovedPages removed) {
    var count = runLength(level);
    var slot = count == 0 ? 0 : nextSlot(level);
    for (var index = 0L; index < count; index++, slot += Levels.ENTRY_BYTES) {
      var word = memory.load(slot);
      if (core.stateOf(level, word) != SlotState.LEAF) {
        return;
      }
      memory.store(slot, 0);
      removed.removed(
          here(), level, EntryWord.leafAddress(level, word), EntryWord.leafFlags(level, word));
      pass(1, level);
    }
  }

  /// Passes over what the entry that decided covers, where the page was refused for not being
  /// mapped.
  private boolean passHole() {
    if (reason != Refusal.NOT_MAPPED || core.decidingLevel() == 0) {
      return false;
    }
    var span = Levels.entrySpan(core.decidingLevel());
    var rest = span - (here() & (span - 1));
    var passed = Math.min(rest, left);
    done += passed;
    left -= passed;
    return true;
  }

  /// Replaces the flags of the pages of the range.
  public boolean update(long page, long bytes, long flags) {
    if (!begin(page, bytes)) {
      return false;
    }
    while (left > 0) {
      var level = isInSpace() ? updateOne(flags) : 0;
      if (level == 0) {
        return false;
      }
      owe(core.owed());
      pass(1, level);
      if (hasRuns) {
        updateRun(level, flags);
      }
    }
    return true;
  }

  private int updateOne(long flags) {
    for (var level = LEAF_LEVEL_MAX; level >= 1; level--) {
      if (fits(sizeOf(level), 0) && core.updateFlags(here(), sizeOf(level), flags)) {
        return level;
      }
    }
    return refusedHere();
  }

  /// Updates the leaves that come next in the table of the last page. The links above have been
  /// widened for it already.
  private void updateRun(int level, long flags) {
    var count = runLength(level);
    var slot = count == 0 ? 0 : nextSlot(level);
    for (var index = 0L; index < count; index++, slot += Levels.ENTRY_BYTES) {
      var word = memory.load(slot);
      if (core.stateOf(level, word) != SlotState.LEAF) {
        return;
      }
      var present = EntryWord.leafFlags(level, word);
      var next = EntryWord.leaf(level, EntryWord.leafAddress(level, word), flags);
      if (next == 0) {
        return;
      }
      if (next != word) {
        memory.store(slot, next);
      }
      owe(MapCore.takesAway(present, flags) ? Owed.PAGE : Owed.NOTHING);
      pass(1, level);
    }
  }

  private boolean begin(long page, long bytes) {
    this.page = page;
    left = bytes;
    done = 0;
    owed = Owed.NOTHING;
    var isWhole = bytes >= 0 && PageSize.SIZE_4K.isAligned(bytes);
    reason = Refusal.MISALIGNED;
    return isWhole;
  }

  private static PageSize sizeOf(int level) {
    return PageSize.all().get(level - 1);
  }

  private long here() {
    return page + done;
  }

  /// Tells whether the range has not run past 2^64; behind it nothing is canonical.
  private boolean isInSpace() {
    var isInSpace = done == 0 || Long.compareUnsigned(here(), page) > 0;
    if (!isInSpace) {
      reason = Refusal.NON_CANONICAL;
    }
    return isInSpace;
  }

  private boolean fits(PageSize size, long frame) {
    return size == PageSize.SIZE_4K || (left >= size.bytes() && size.isAligned(here() | frame));
  }

  private int refusedHere() {
    reason = core.reason();
    return 0;
  }

  private void owe(Owed more) {
    owed = more.compareTo(owed) > 0 ? more : owed;
  }

  private void pass(long count, int level) {
    var bytes = count << Levels.shift(level);
    done += bytes;
    left -= bytes;
  }

  /// Returns how many pages of the range follow in the table of `level` that held the last one.
  private long runLength(int level) {
    var inTable = (-here() & (Levels.entrySpan(level + 1) - 1)) >>> Levels.shift(level);
    return Math.min(inTable, left >>> Levels.shift(level));
  }

  /// Returns the slot of the next page, in the table of the last one.
  private long nextSlot(int level) {
    walk.to(here() - Levels.entrySpan(level), level);
    return walk.slot() + Levels.ENTRY_BYTES;
  }

  /// Returns how far the last operation went, from the start of the range.
  public long doneBytes() {
    return done;
  }

  /// Returns why the last operation went no further.
  public Refusal reason() {
    return reason;
  }

  /// Returns what is owed for the pages that the last operation did; [Flush#PAGE] means them all.
  public Flush flush() {
    return owed.flush();
  }
}
