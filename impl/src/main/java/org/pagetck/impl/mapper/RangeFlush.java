package org.pagetck.impl.mapper;

import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.operation.Flush;

/// What may still be cached of the pages that a range operation changed: [#flush] it, or [#ignore]
/// it knowingly.
public final class RangeFlush {
  private final VirtAddr start;
  private final long bytes;
  private final Flush owed;
  private final FlushSink sink;

  RangeFlush(VirtAddr start, long bytes, Flush owed, FlushSink sink) {
    this.start = start;
    this.bytes = bytes;
    this.owed = owed;
    this.sink = sink;
  }

  /// Returns what must be flushed: nothing, the pages that were done, or everything.
  public Flush owed() {
    return owed;
  }

  /// Flushes what must be flushed.
  public void flush() {
    switch (owed) {
      case Flush.Nothing _ -> {}
      case Flush.CallPage _ -> sink.flush(start.bits(), bytes);
      case Flush.Range range -> sink.flush(range.address(), range.bytes());
      case Flush.Everything _, Flush.Unsaid _ -> sink.flushAll();
    }
  }

  /// Leaves the flush to the caller.
  public void ignore() {}

  @Override
  public String toString() {
    return "flush %s of %d bytes from %s".formatted(owed, bytes, start);
  }
}
