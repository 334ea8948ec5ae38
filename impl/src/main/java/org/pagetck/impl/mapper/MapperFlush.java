package org.pagetck.impl.mapper;

import org.pagetck.model.address.Page;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.operation.Flush;

/// What may still be cached of a page whose mapping changed: [#flush] it, or [#ignore] it
/// knowingly.
public final class MapperFlush {
  private final Page page;
  private final Flush owed;
  private final FlushSink sink;

  MapperFlush(Page page, Flush owed, FlushSink sink) {
    this.page = page;
    this.owed = owed;
    this.sink = sink;
  }

  /// Returns the page that changed.
  public Page page() {
    return page;
  }

  /// Returns what must be flushed: nothing, the page, or everything.
  public Flush owed() {
    return owed;
  }

  /// Flushes what must be flushed.
  public void flush() {
    switch (owed) {
      case Flush.Nothing _ -> {}
      case Flush.CallPage _ -> sink.flush(page.start().bits(), page.size().bytes());
      case Flush.Range range -> sink.flush(range.address(), range.bytes());
      case Flush.Everything _, Flush.Unsaid _ -> sink.flushAll();
    }
  }

  /// Leaves the flush to the caller: a later flush covers it, or nothing can have used the page.
  public void ignore() {}

  @Override
  public String toString() {
    return "flush %s of %s".formatted(owed, page);
  }
}
