package org.pagetck.impl.mapper;

import org.pagetck.model.mapper.FlushSink;

/// The flushes of a machine that caches no translations: each does nothing.
public final class NoTlb implements FlushSink {
  /// Creates it.
  public NoTlb() {}

  @Override
  public void flush(long address, long bytes) {}

  @Override
  public void flushAll() {}
}
