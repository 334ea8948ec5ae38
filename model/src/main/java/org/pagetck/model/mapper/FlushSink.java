package org.pagetck.model.mapper;

/// Carries out flushes inside a call, for mappers that must flush before they go on.
public interface FlushSink {
  /// Removes every cached translation that contains one of the pages touched by `bytes` bytes from
  /// `address`, and all cached links.
  void flush(long address, long bytes);

  /// Removes everything that is cached.
  void flushAll();
}
