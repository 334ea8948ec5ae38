package org.pagetck.impl.policy;

import java.util.ArrayList;
import java.util.function.BooleanSupplier;
import org.pagetck.impl.core.Owed;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.AbsentPage;
import org.pagetck.model.contract.CleanUpRange;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.contract.TableRetention;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.operation.Refusal;

/// The operations on one address space under any policies.
///
/// What the built-in mapper does under its own is left to the core; each policy says where it
/// departs from that.
public class PolicyCore extends ReplacingCore {
  private final FramesAhead frames;

  /// Creates it for `place`.
  public PolicyCore(PolicyPlace place) {
    this(place, new HugeParts(place));
  }

  /// Creates it for `place` with a way to split of its own.
  protected PolicyCore(PolicyPlace place, HugeParts parts) {
    super(place, parts);
    this.frames = new FramesAhead(place, place.space().levels());
  }

  /// Removes the mapping of a page.
  @FunctionalInterface
  private interface Removal {
    boolean at(long page, PageSize size);
  }

  private boolean withFrames(BooleanSupplier call) {
    if (!frames.reserve()) {
      return begin() && refuse(Refusal.NO_FRAME);
    }
    var isDone = call.getAsBoolean();
    frames.release();
    return isDone;
  }

  /// Takes frames ahead for a call that needs none but where a page is split.
  private boolean withSplit(BooleanSupplier call) {
    return contract().hugePart() == HugePart.SPLIT ? withFrames(call) : call.getAsBoolean();
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator source) {
    return withFrames(() -> super.map(page, size, frame, flags, frames));
  }

  @Override
  public boolean mapWithTableFlags(
      long page, PageSize size, long frame, long flags, long tableFlags, FrameAllocator source) {
    return withFrames(() -> super.mapWithTableFlags(page, size, frame, flags, tableFlags, frames));
  }

  @Override
  public boolean unmap(long page, PageSize size) {
    return withSplit(() -> remove(page, size, super::unmap)) || isAbsenceFine();
  }

  private boolean isAbsenceFine() {
    return reason() == Refusal.NOT_MAPPED
        && contract().absentPage() == AbsentPage.OK
        && found(0, 0)
        && done(Owed.NOTHING);
  }

  @Override
  public boolean clear(long page, PageSize size) {
    return withSplit(() -> remove(page, size, super::clear));
  }

  private boolean remove(long page, PageSize size, Removal removal) {
    if (!isPart(page, size)) {
      return removal.at(page, size) && free(page, size);
    }
    var whole = PageSize.byLeafLevel(way().level()).orElseThrow();
    var start = whole.alignDown(page);
    return switch (contract().hugePart()) {
      case REFUSED -> removal.at(page, size);
      case WHOLE -> removal.at(start, whole) && free(start, whole) && flushPage(start, whole);
      case SPLIT -> split(page, size, frames) && removal.at(page, size) && flushPage(start, whole);
    };
  }

  /// Gives the tables back that the removal of a page emptied, where it is not left to clean-up.
  private boolean free(long page, PageSize size) {
    if (contract().tableRetention() == TableRetention.FREED_WHEN_EMPTY
        && emptied().unlink(page, size.leafLevel()) > 0) {
      done(emptied().giveBack(page, size.bytes()) ? Owed.NOTHING : Owed.PAGE);
    }
    return true;
  }

  @Override
  public boolean updateFlags(long page, PageSize size, long flags) {
    var stored = stored(flags);
    return withSplit(() -> update(page, size, stored)) && settle(page);
  }

  private boolean update(long page, PageSize size, long flags) {
    if (isAnyCause() && isElsewhere(page, size)) {
      return false;
    }
    if (contract().hugePart() == HugePart.REFUSED || !isPart(page, size) || !mayLeafHave(flags)) {
      return super.updateFlags(page, size, flags);
    }
    var whole = PageSize.byLeafLevel(way().level()).orElseThrow();
    var start = whole.alignDown(page);
    if (contract().hugePart() == HugePart.WHOLE) {
      return super.updateFlags(start, whole, flags) && flushPage(start, whole);
    }
    var word = way().word();
    var frame = EntryWord.leafAddress(way().level(), word) + (page - start);
    var wanted = replaced(EntryWord.leafFlags(way().level(), word), flags);
    if (EntryWord.leaf(size.leafLevel(), frame, wanted) == 0) {
      return refuse(Refusal.INVALID_FLAGS);
    }
    return split(page, size, frames)
        && super.updateFlags(page, size, flags)
        && flushPage(start, whole);
  }

  /// Tells whether something else than an entry of `page` is at its place, and refuses for that.
  private boolean isElsewhere(long page, PageSize size) {
    if (!begin() || !mayName(page, size) || isPart(page, size)) {
      return false;
    }
    var state = way().to(page, size.leafLevel());
    var isThere = state == SlotState.LEAF || state == SlotState.RESERVED;
    return !(isThere && way().level() == size.leafLevel())
        && !super.updateFlags(page, size, EntryFlags.PRESENT);
  }

  @Override
  public boolean setTableFlags(long address, int level, long flags) {
    return super.setTableFlags(address, level, flags) && settleBelow(address, level);
  }

  @Override
  public boolean cleanUp(long first, long last, FrameAllocator source, FlushSink flushes) {
    var isTouchEnough = contract().cleanUpRange() == CleanUpRange.TOUCHED;
    if (!isTouchEnough && contract().sharedEntries().isEmpty()) {
      return super.cleanUp(first, last, source, flushes);
    }
    if (!begin() || !mayName(first) || !mayName(last)) {
      return false;
    }
    var unlinked = new ArrayList<Long>();
    new TableSweep(place().space()) {
      @Override
      protected void remove(long slot, long table) {
        memory().store(slot, 0);
        unlinked.add(table);
      }

      @Override
      protected boolean mayGo(long begin, long end) {
        return (isTouchEnough || super.mayGo(begin, end)) && !isShared(begin, end);
      }
    }.sweep(first, last);
    if (!unlinked.isEmpty()) {
      flushes.flushAll();
    }
    unlinked.forEach(source::deallocate);
    return true;
  }

  /// Tells whether the table that covers the significant addresses from `begin` to `end` hangs on
  /// an entry that is shared with other address spaces.
  protected boolean isShared(long begin, long end) {
    var levels = place().space().levels();
    return end - begin + 1 == Levels.entrySpan(levels) && place().isShared(begin, levels);
  }
}
