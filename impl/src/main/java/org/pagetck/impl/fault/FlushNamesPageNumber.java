package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.Owed;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.requirement.Requirement;

/// Both are numbers of 64 bits.
@Faulty(
    id = "F37",
    sentence = "the flush names the page number where the address is wanted",
    origin = "page_table_multiarch",
    blame = Requirement.TLB_01)
final class FlushNamesPageNumber extends MapCore {
  private final FlushSink flushes;

  FlushNamesPageNumber(TableSpace space, FlushSink flushes) {
    super(space);
    this.flushes = flushes;
  }

  @Override
  public boolean unmap(long page, PageSize size) {
    if (!super.unmap(page, size)) {
      return false;
    }
    flushes.flush(page >>> 12, size.bytes());
    return done(Owed.NOTHING);
  }
}
