package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.requirement.Requirement;

/// Bit 12 is the lowest bit of a frame of 4 KiB, and PAT in a larger leaf.
@Faulty(
    id = "F18",
    sentence = "PAT of a huge leaf is returned as part of the frame",
    origin = "x86_64 crate, issues 612 and 613",
    blame = {Requirement.TRN_01, Requirement.UNM_01})
final class PatBelongsToFrame extends MapCore {
  PatBelongsToFrame(TableSpace space) {
    super(space);
  }

  private boolean misread() {
    var isPat = decidingLevel() > 1 && (flags() & EntryFlags.PAT) != 0;
    return isPat ? found(frame() | EntryFlags.PAT, flags() & ~EntryFlags.PAT) : true;
  }

  @Override
  public boolean unmap(long page, PageSize size) {
    return super.unmap(page, size) && misread();
  }

  @Override
  public boolean translatePage(long page, PageSize size) {
    return super.translatePage(page, size) && misread();
  }

  @Override
  public boolean translate(long address) {
    return super.translate(address) && misread();
  }
}
