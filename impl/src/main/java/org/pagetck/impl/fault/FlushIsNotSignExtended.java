package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.requirement.Requirement;

/// The instruction takes such an address for none.
@Faulty(
    id = "F59",
    sentence = "the flush names an address that is not sign-extended, so that nothing is flushed",
    origin = "page_table_multiarch, similar",
    blame = Requirement.TLB_01)
final class FlushIsNotSignExtended extends MapCore {
  private final FlushSink flushes;
  private final int levels;

  FlushIsNotSignExtended(TableSpace space, FlushSink flushes) {
    super(space);
    this.flushes = flushes;
    this.levels = space.levels();
  }

  @Override
  public boolean unmap(long page, PageSize size) {
    if (!super.unmap(page, size)) {
      return false;
    }
    flushes.flush(Levels.significant(page, levels), size.bytes());
    return done(Owed.NOTHING);
  }
}
