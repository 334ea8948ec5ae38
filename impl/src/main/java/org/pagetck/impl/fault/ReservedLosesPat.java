package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// Only for markers, only huge ones, only with bit 12.
@Faulty(
    id = "R13",
    sentence = "clear of a RESERVED huge entry with PAT returns the word without it",
    origin = "made for the suite",
    blame = Requirement.CLR_01)
final class ReservedLosesPat extends MapCore {
  private boolean isCut;

  ReservedLosesPat(TableSpace space) {
    super(space);
  }

  @Override
  public boolean clear(long page, PageSize size) {
    isCut = false;
    var isDone = super.clear(page, size);
    isCut = isDone && size != PageSize.SIZE_4K && (flags() & EntryFlags.PRESENT) == 0;
    return isDone;
  }

  @Override
  public long decidingWord() {
    return isCut ? super.decidingWord() & ~EntryFlags.PAT : super.decidingWord();
  }
}
