package org.pagetck.impl.core;

import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Refusal;

/// The tests of arguments, which come before all others. Each refuses what it does not pass, in the
/// order NON_CANONICAL, MISALIGNED, OUT_OF_RANGE, INVALID_FLAGS.
public class CoreArguments extends CoreAnswer {
  private static final long NOT_IN_LINKS =
      EntryFlags.HUGE_PAGE | EntryFlags.PAT | EntryFlags.GLOBAL;

  private final EntryFormat format;
  private final int levels;

  CoreArguments(TableSpace space, Walk walk) {
    super(walk);
    this.format = space.format();
    this.levels = space.levels();
  }

  /// Tests the arguments of a map.
  protected boolean mayMap(long page, PageSize size, long frame, long flags) {
    if (!mayName(page)) {
      return false;
    }
    if (!size.isAligned(page | frame)) {
      return refuse(Refusal.MISALIGNED);
    }
    if (!isInRange(frame)) {
      return refuse(Refusal.OUT_OF_RANGE);
    }
    return mayLeafHave(flags)
        && (occupies(EntryWord.leaf(size.leafLevel(), frame, flags))
            || refuse(Refusal.INVALID_FLAGS));
  }

  /// Tells whether `word` would be seen in a leaf's slot.
  protected boolean occupies(long word) {
    return word != 0;
  }

  /// Tests the first address of a page.
  protected final boolean mayName(long page, PageSize size) {
    return mayName(page) && (size.isAligned(page) || refuse(Refusal.MISALIGNED));
  }

  /// Tests an address.
  protected boolean mayName(long address) {
    return Levels.isCanonical(address, levels) || refuse(Refusal.NON_CANONICAL);
  }

  /// Tests the flags of a leaf.
  protected boolean mayLeafHave(long flags) {
    return (flags & (EntryFlags.HUGE_PAGE | format.reservedBits())) == 0
        || refuse(Refusal.INVALID_FLAGS);
  }

  /// Tests the flags of a link.
  protected final boolean mayLinkHave(long flags) {
    return (flags & (NOT_IN_LINKS | format.reservedBits())) == 0 || refuse(Refusal.INVALID_FLAGS);
  }

  /// Tells whether a leaf may have the frame at `frame`.
  protected boolean isInRange(long frame) {
    return format.isInWidth(frame);
  }

  final boolean mayHoldLinks(int level) {
    return (level >= 2 && level <= levels) || refuse(Refusal.OUT_OF_RANGE);
  }
}
