package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// Nothing was changed. Every processor pays for it.
@Faulty(
    id = "F71",
    sentence = "a refusal asks for a full flush",
    origin = "a classic",
    blame = Requirement.TLB_02)
final class RefusalAsksForFullFlush extends MapCore {
  private final FlushSink flushes;

  RefusalAsksForFullFlush(TableSpace space, FlushSink flushes) {
    super(space);
    this.flushes = flushes;
  }

  @Override
  protected boolean refuse(Refusal reason) {
    flushes.flushAll();
    return super.refuse(reason);
  }
}
