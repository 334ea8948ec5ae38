package org.pagetck.impl.policy;

import org.pagetck.impl.core.Owed;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.HugeOverEmptyTable;
import org.pagetck.model.contract.HugePart;
import org.pagetck.model.contract.OccupiedSlot;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;

/// Map where something stands already: leaves and RESERVED entries that are replaced or found
/// identical, empty tables that give way to a huge page.
class ReplacingCore extends ParentsCore {
  private final EmptiedTables emptied;

  ReplacingCore(PolicyPlace place, HugeParts parts) {
    super(place, parts);
    this.emptied = new EmptiedTables(place);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    var stored = stored(flags);
    setByTableFlags(false);
    var isOther =
        begin() && mayMap(page, size, frame, stored) && isOccupied(page, size, frame, stored);
    var isDone =
        isOther
            ? occupy(page, size, frame, stored, linkFlags(stored), frames)
            : super.map(page, size, frame, withAdded(stored), frames);
    return isDone && settle(page);
  }

  @Override
  public boolean mapWithTableFlags(
      long page, PageSize size, long frame, long flags, long tableFlags, FrameAllocator frames) {
    var stored = stored(flags);
    setByTableFlags(true);
    var isGood = begin() && mayMap(page, size, frame, stored) && mayLinkHave(tableFlags);
    var isOther = isGood && isOccupied(page, size, frame, stored);
    var isDone =
        isOther
            ? occupy(page, size, frame, stored, tableFlags, frames)
            : super.mapWithTableFlags(page, size, frame, withAdded(stored), tableFlags, frames);
    return isDone && settle(page);
  }

  /// Tells whether something stands where `page` is to be mapped that does not have it refused.
  private boolean isOccupied(long page, PageSize size, long frame, long flags) {
    var level = size.leafLevel();
    var replaces = contract().occupiedSlot() == OccupiedSlot.REPLACED;
    var state = way().to(page, level);
    if (way().level() > level) {
      return state == SlotState.LEAF && replaces && contract().hugePart() == HugePart.SPLIT;
    }
    return switch (state) {
      case LEAF, RESERVED -> replaces || isIdentical(EntryWord.leaf(level, frame, flags));
      case LINK ->
          contract().hugeOverEmptyTable() == HugeOverEmptyTable.REPLACED
              && emptied.isEmpty(EntryWord.linkAddress(way().word()));
      case EMPTY, MALFORMED -> false;
    };
  }

  private boolean isIdentical(long word) {
    return contract().occupiedSlot() == OccupiedSlot.IDENTICAL_ACCEPTED
        && ((way().word() ^ word) & ~contract().addsFlags().bits()) == 0;
  }

  private boolean occupy(
      long page, PageSize size, long frame, long flags, long linkFlags, FrameAllocator frames) {
    var level = size.leafLevel();
    if (way().level() > level) {
      var whole = PageSize.byLeafLevel(way().level()).orElseThrow();
      return split(page, size, frames)
          && replaceLeaf(page, level, EntryWord.leaf(level, frame, withAdded(flags)), linkFlags)
          && flushPage(whole.alignDown(page), whole);
    }
    var word = EntryWord.leaf(level, frame, withAdded(flags));
    return walk().to(page, level) == SlotState.LINK
        ? replaceTable(page, size, word, linkFlags)
        : replaceLeaf(page, level, isIdentical(word) ? walk().word() : word, linkFlags);
  }

  /// Puts `word` in the place of the leaf or RESERVED entry of `page`. Where links are widened for
  /// it, what stood there must not gain by that.
  private boolean replaceLeaf(long page, int level, long word, long linkFlags) {
    walk().to(page, level);
    var old = walk().word();
    if (lackRights(linkFlags) && old != word) {
      memory().store(walk().slot(), 0);
    }
    var owed = widenForMap(page, linkFlags);
    if (memory().load(walk().slot()) != word) {
      memory().store(walk().slot(), word);
    }
    return done(owed == Owed.NOTHING && isStale(old, word) ? Owed.PAGE : owed);
  }

  /// Tells whether what may be cached of `old` is more, or other, than what `word` gives.
  private static boolean isStale(long old, long word) {
    var different = old ^ word;
    var granted = (word & EntryFlags.WRITABLE) | (old & EntryFlags.NO_EXECUTE);
    return (old & EntryFlags.PRESENT) != 0 && (different & ~granted) != 0;
  }

  private boolean replaceTable(long page, PageSize size, long word, long linkFlags) {
    emptied.note(EntryWord.linkAddress(walk().word()));
    var owed = widenForMap(page, linkFlags);
    memory().store(walk().slot(), word);
    var isFlushed = emptied.giveBack(page, size.bytes());
    return done(owed == Owed.EVERYTHING || isFlushed ? owed : Owed.PAGE);
  }

  final EmptiedTables emptied() {
    return emptied;
  }
}
