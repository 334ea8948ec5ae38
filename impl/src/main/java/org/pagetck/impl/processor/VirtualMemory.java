package org.pagetck.impl.processor;

import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.mapper.WildAccessException;

/// A range of virtual memory as the software that runs on a processor sees it, for mappers that
/// reach their tables there. Addresses are virtual.
///
/// @param processor translates them
/// @param start the first one
/// @param sizeBytes how many there are
public record VirtualMemory(Processor processor, long start, long sizeBytes) implements PhysMemory {

  private long inside(long address, int width) {
    if (Long.compareUnsigned(address - start, sizeBytes - width) > 0) {
      throw new WildAccessException(address);
    }
    return address;
  }

  @Override
  public long load(long address) {
    return processor.load(inside(address, Levels.ENTRY_BYTES));
  }

  @Override
  public void store(long address, long value) {
    processor.store(inside(address, Levels.ENTRY_BYTES), value);
  }

  @Override
  public void store(long address, long value, int width) {
    processor.store(inside(address, width), value, width);
  }

  @Override
  public long compareAndExchange(long address, long expected, long value) {
    return processor.compareAndExchange(inside(address, Levels.ENTRY_BYTES), expected, value);
  }

  @Override
  public void zero(long page) {
    processor.zero(inside(page, Levels.TABLE_BYTES));
  }
}
