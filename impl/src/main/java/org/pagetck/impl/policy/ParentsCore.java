package org.pagetck.impl.policy;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.AccessedDirty;
import org.pagetck.model.contract.AllocationFailure;
import org.pagetck.model.contract.Cause;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.FlushAll;
import org.pagetck.model.contract.NonPresent;
import org.pagetck.model.contract.ParentFlags;
import org.pagetck.model.contract.UpdateParents;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Refusal;

/// Which flags entries get, in links and leaves, what is left where frames are lacking, and how far
/// a flush of everything reaches.
class ParentsCore extends MapCore {
  private static final long HARDWARE_SET = EntryFlags.ACCESSED | EntryFlags.DIRTY;
  private static final long ALL_RIGHTS = EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER;

  private final PolicyPlace place;
  private final Contract contract;
  private final Walk way;
  private final HugeParts parts;
  private boolean byTableFlags;

  ParentsCore(PolicyPlace place, HugeParts parts) {
    this(place, parts, new Walk(place.space()));
  }

  private ParentsCore(PolicyPlace place, HugeParts parts, Walk walk) {
    super(
        place.space(),
        walk,
        new PolicyChain(place.space(), walk, place.contract().linkAdds().bits()));
    this.place = place;
    this.contract = place.contract();
    this.way = new Walk(place.space());
    this.parts = parts;
  }

  final PolicyPlace place() {
    return place;
  }

  final Contract contract() {
    return contract;
  }

  /// Returns a walk that leaves the one of the core alone.
  final Walk way() {
    return way;
  }

  /// Says whether the flags of links come from the caller.
  final void setByTableFlags(boolean isByTableFlags) {
    byTableFlags = isByTableFlags;
  }

  final boolean isAnyCause() {
    return contract.cause() == Cause.ANY;
  }

  /// Tests the arguments of a map; where any cause will do, from the last argument to the first.
  @Override
  protected boolean mayMap(long page, PageSize size, long frame, long flags) {
    return !isAnyCause()
        ? super.mayMap(page, size, frame, flags)
        : mayLeafHave(flags)
            && (isInRange(frame) || refuse(Refusal.OUT_OF_RANGE))
            && (size.isAligned(page | frame) || refuse(Refusal.MISALIGNED))
            && super.mayMap(page, size, frame, flags);
  }

  @Override
  protected boolean mayLeafHave(long flags) {
    var isRefused =
        contract.nonPresent() == NonPresent.REFUSED && (flags & EntryFlags.PRESENT) == 0;
    return isRefused ? refuse(Refusal.INVALID_FLAGS) : super.mayLeafHave(flags);
  }

  /// Returns the flags that are stored for `flags`.
  final long stored(long flags) {
    return contract.nonPresent() == NonPresent.FORCED ? flags | EntryFlags.PRESENT : flags;
  }

  /// Returns `flags` with those that the mapper sets by itself in a leaf.
  final long withAdded(long flags) {
    return (flags & EntryFlags.PRESENT) == 0 ? flags : flags | contract.addsFlags().bits();
  }

  @Override
  protected long replaced(long present, long wanted) {
    var isKept =
        contract.accessedDirty() == AccessedDirty.PRESERVED && (present & EntryFlags.PRESENT) != 0;
    return withAdded(wanted) | (isKept ? present & HARDWARE_SET : 0);
  }

  /// Where ACCESSED and DIRTY are kept, so are those that processors set meanwhile.
  @Override
  protected void replace(long old, long word) {
    if (contract.accessedDirty() == AccessedDirty.REPLACED || (old & EntryFlags.PRESENT) == 0) {
      super.replace(old, word);
      return;
    }
    var expected = old;
    var next = word;
    while (true) {
      var seen = memory().compareAndExchange(walk().slot(), expected, next);
      if (seen == expected) {
        return;
      }
      next |= seen & HARDWARE_SET;
      expected = seen;
    }
  }

  @Override
  protected long linkFlags(long flags) {
    return switch (contract.parentFlags()) {
      case FROM_LEAF -> super.linkFlags(flags);
      case FIXED -> EntryFlags.PRESENT | EntryFlags.WRITABLE;
      case PERMISSIVE, EXPLICIT -> ALL_RIGHTS;
    };
  }

  @Override
  protected Owed widenForMap(long page, long linkFlags) {
    var follows =
        contract.parentFlags() == ParentFlags.FROM_LEAF
            || contract.parentFlags() == ParentFlags.PERMISSIVE;
    return byTableFlags || follows ? super.widenForMap(page, linkFlags) : Owed.NOTHING;
  }

  @Override
  protected Owed widenForUpdate(long page, long flags) {
    var follows =
        contract.parentFlags() == ParentFlags.FROM_LEAF
            || contract.parentFlags() == ParentFlags.PERMISSIVE;
    return follows && contract.updateParents() == UpdateParents.WIDEN
        ? super.widenForUpdate(page, flags)
        : Owed.NOTHING;
  }

  @Override
  protected boolean outOfFrames(long gap, long page, int gapLevel, long linkFlags) {
    switch (contract.allocationFailure()) {
      case TABLES_KEPT -> {}
      case TABLES_KEPT_WIDENED -> {
        if (widenForMap(page, linkFlags) != Owed.NOTHING) {
          place.flushes().flushAll();
          flushBelow(page, place.space().levels());
        }
      }
      case ROLLED_BACK -> {
        chain().giveBack(place.frames());
        return refuse(Refusal.NO_FRAME);
      }
    }
    return super.outOfFrames(gap, page, gapLevel, linkFlags);
  }

  /// Tells whether `page` of `size` may be named, and is part of a larger page.
  final boolean isPart(long page, PageSize size) {
    return begin()
        && mayName(page, size)
        && way.to(page, size.leafLevel()) == SlotState.LEAF
        && way.level() > size.leafLevel();
  }

  /// Splits the larger page that holds `page` until it has a leaf of its own, or refuses.
  final boolean split(long page, PageSize size, FrameAllocator frames) {
    var keeps = contract.allocationFailure() != AllocationFailure.ROLLED_BACK;
    return parts.split(page, size.leafLevel(), frames, this::splitLinkFlags, keeps)
        || refuse(Refusal.NO_FRAME);
  }

  private long splitLinkFlags(long flags) {
    return linkFlags(flags) | contract.linkAdds().bits();
  }

  /// Flushes all of the page at `start` inside the call, where one of its addresses is asked for.
  final boolean flushPage(long start, PageSize size) {
    if (!flush().equals(Flush.PAGE)) {
      return true;
    }
    place.flushes().flush(start, size.bytes());
    return done(Owed.NOTHING);
  }

  /// Where a flush of everything spares global pages, flushes inside the call what hangs below the
  /// links of `page`.
  final boolean settle(long page) {
    return settleBelow(page, place.space().levels());
  }

  /// The same below the link at `level`.
  final boolean settleBelow(long address, int level) {
    if (!flush().equals(Flush.ALL) || contract.flushAll() == FlushAll.GLOBAL) {
      return true;
    }
    flushBelow(address, level);
    return done(Owed.NOTHING);
  }

  private void flushBelow(long address, int level) {
    var span = Levels.entrySpan(level);
    place.flushes().flush(address & -span, span);
  }
}
