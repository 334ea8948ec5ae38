package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.requirement.Requirement;

/// Between flush and store the processor may load the old entry again.
@Faulty(
    id = "F39",
    sentence = "the flush happens before the store",
    origin = "in the shape of XSA-286",
    blame = Requirement.TLB_08)
final class FlushComesBeforeStore extends MapCore {
  private final FlushSink flushes;

  FlushComesBeforeStore(TableSpace space, FlushSink flushes) {
    super(space);
    this.flushes = flushes;
  }

  @Override
  protected void erase(long page) {
    flushes.flush(page, PageSize.SIZE_4K.bytes());
    super.erase(page);
  }

  @Override
  public boolean unmap(long page, PageSize size) {
    return super.unmap(page, size) && done(Owed.NOTHING);
  }

  @Override
  public boolean clear(long page, PageSize size) {
    return super.clear(page, size) && done(Owed.NOTHING);
  }
}
