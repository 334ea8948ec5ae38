package org.pagetck.model.mapper;

/// What a mapper is given.
public interface Host {
  /// Returns the memory that its tables lie in.
  PhysMemory memory();

  /// Returns the physical address of the top table: zeros, or a tree that is already there.
  long root();

  /// Returns the number of levels, 4 or 5.
  int levels();

  /// Returns where frames for tables come from.
  FrameAllocator frames();

  /// Returns where flushes inside a call go to.
  FlushSink flushes();
}
