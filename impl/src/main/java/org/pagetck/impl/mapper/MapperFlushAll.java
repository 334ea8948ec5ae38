package org.pagetck.impl.mapper;

import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.operation.Flush;

/// What may still be cached anywhere after a link changed: [#flush] everything, or [#ignore] it
/// knowingly.
public final class MapperFlushAll {
  private final Flush owed;
  private final FlushSink sink;

  MapperFlushAll(Flush owed, FlushSink sink) {
    this.owed = owed;
    this.sink = sink;
  }

  /// Returns what must be flushed: everything, or nothing where the link stayed as it was.
  public Flush owed() {
    return owed;
  }

  /// Flushes what must be flushed.
  public void flush() {
    if (!(owed instanceof Flush.Nothing)) {
      sink.flushAll();
    }
  }

  /// Leaves the flush to the caller.
  public void ignore() {}

  @Override
  public String toString() {
    return "flush " + owed;
  }
}
