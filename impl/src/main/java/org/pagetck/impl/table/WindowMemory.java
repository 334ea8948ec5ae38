package org.pagetck.impl.table;

import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.mapper.WildAccessException;

/// Physical memory as a mapper reaches it that runs behind paging: each access goes to the virtual
/// address that a [PhysToVirt] names.
///
/// @param virtual takes virtual addresses
/// @param toVirt names them
/// @param start physical address of the first byte that is reached so
/// @param sizeBytes how many bytes are reached so
public record WindowMemory(PhysMemory virtual, PhysToVirt toVirt, long start, long sizeBytes)
    implements PhysMemory {

  private long through(long address, int width) {
    var offset = address - start;
    if (offset < 0 || offset > sizeBytes - width) {
      throw new WildAccessException(address);
    }
    return toVirt.toVirt(address);
  }

  @Override
  public long load(long address) {
    return virtual.load(through(address, Levels.ENTRY_BYTES));
  }

  @Override
  public void store(long address, long value) {
    virtual.store(through(address, Levels.ENTRY_BYTES), value);
  }

  @Override
  public void store(long address, long value, int width) {
    virtual.store(through(address, width), value, width);
  }

  @Override
  public long compareAndExchange(long address, long expected, long value) {
    return virtual.compareAndExchange(through(address, Levels.ENTRY_BYTES), expected, value);
  }

  @Override
  public void zero(long frame) {
    virtual.zero(through(frame, Levels.TABLE_BYTES));
  }
}
