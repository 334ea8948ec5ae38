package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// A map inside a 2 MiB page makes room for itself, as if it were allowed to, before it is refused.
/// The processor may hold page and pieces at once, and use either.
@Faulty(
    id = "F66",
    sentence = "a present 2 MiB leaf becomes a link to pieces with other rights in one store",
    origin = "Linux ad5ca55f6bdb",
    blame = Requirement.ORD_05)
final class SplitIsNoSplit extends MapCore {
  SplitIsNoSplit(TableSpace space) {
    super(space);
  }

  @Override
  public boolean map(long page, PageSize size, long frame, long flags, FrameAllocator frames) {
    if (size == PageSize.SIZE_4K
        && mayMap(page, size, frame, flags)
        && walk().to(page, 1) == SlotState.LEAF
        && walk().level() == 2) {
      split(walk().slot(), walk().word(), frames);
    }
    return super.map(page, size, frame, flags, frames);
  }

  private void split(long slot, long word, FrameAllocator frames) {
    var table = frames.allocate();
    if (table == FrameAllocator.NO_FRAME) {
      return;
    }
    var start = EntryWord.leafAddress(2, word);
    var flags = EntryWord.leafFlags(2, word) ^ EntryFlags.WRITABLE;
    for (var index = 0L; index < Levels.ENTRY_COUNT; index++) {
      var piece = EntryWord.leaf(1, start + index * Levels.TABLE_BYTES, flags);
      memory().store(table + index * Levels.ENTRY_BYTES, piece);
    }
    var rights = EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER;
    memory().store(slot, EntryWord.link(table, rights));
  }
}
