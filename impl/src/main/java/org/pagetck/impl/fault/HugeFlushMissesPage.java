package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.requirement.Requirement;

/// A page of 4 KiB is flushed as it should be.
@Faulty(
    id = "F40",
    sentence = "the flush of a huge page names an address outside it",
    origin = "a classic",
    blame = Requirement.TLB_01)
final class HugeFlushMissesPage extends MapCore {
  private final FlushSink flushes;

  HugeFlushMissesPage(TableSpace space, FlushSink flushes) {
    super(space);
    this.flushes = flushes;
  }

  @Override
  public boolean unmap(long page, PageSize size) {
    if (!super.unmap(page, size)) {
      return false;
    }
    flushes.flush(size == PageSize.SIZE_4K ? page : page + size.bytes(), 4096);
    return done(Owed.NOTHING);
  }
}
