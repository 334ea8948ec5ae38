package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.requirement.Requirement;

/// cleanUp flushes what it is about to unlink. Until the store the processor may cache the link
/// once more, and nothing removes it then.
@Faulty(
    id = "F56",
    sentence =
        "what hangs on a link is flushed before the emptied table is unlinked, nothing after",
    origin = "in the shape of XSA-286",
    blame = {Requirement.TLB_04, Requirement.TLB_08})
final class LeafIsFlushedBeforeUnlink extends MapCore {
  LeafIsFlushedBeforeUnlink(TableSpace space) {
    super(space);
  }

  @Override
  public boolean cleanUp(long first, long last, FrameAllocator frames, FlushSink flushes) {
    flushes.flushAll();
    return super.cleanUp(first, last, frames, new NoSink());
  }

  /// Flushes nothing.
  private record NoSink() implements FlushSink {
    @Override
    public void flush(long address, long bytes) {}

    @Override
    public void flushAll() {}
  }
}
