package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// At level 1 the same bit means another thing.
@Faulty(
    id = "F19",
    sentence = "PAT of a 4 KiB leaf is taken for HUGE_PAGE",
    origin = "mycelium #547",
    blame = {Requirement.TRN_01, Requirement.STR_05})
final class SmallPatIsHugePage extends MapCore {
  SmallPatIsHugePage(TableSpace space) {
    super(space);
  }

  private boolean isMistaken() {
    return decidingLevel() == 1 && (decidingWord() & EntryFlags.HUGE_PAGE) != 0;
  }

  @Override
  public boolean translatePage(long page, PageSize size) {
    return super.translatePage(page, size) && !(isMistaken() && !refuse(Refusal.PARENT_HUGE_PAGE));
  }

  @Override
  public boolean translate(long address) {
    return super.translate(address) && !(isMistaken() && !refuse(Refusal.INVALID_FRAME_ADDRESS));
  }
}
