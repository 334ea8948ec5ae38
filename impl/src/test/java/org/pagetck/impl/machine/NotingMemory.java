package org.pagetck.impl.machine;

import java.util.List;
import org.pagetck.model.mapper.PhysMemory;

/// Memory that notes each store.
record NotingMemory(PhysMemory memory, List<Event> events) implements PhysMemory {
  @Override
  public long start() {
    return memory.start();
  }

  @Override
  public long sizeBytes() {
    return memory.sizeBytes();
  }

  @Override
  public long load(long address) {
    return memory.load(address);
  }

  @Override
  public void store(long address, long value) {
    memory.store(address, value);
    events.add(new Event.Store(address, value));
  }

  @Override
  public void store(long address, long value, int width) {
    memory.store(address, value, width);
    events.add(new Event.Other("store of %d bytes".formatted(width)));
  }

  @Override
  public long compareAndExchange(long address, long expected, long value) {
    events.add(new Event.Other("exchange"));
    return memory.compareAndExchange(address, expected, value);
  }

  @Override
  public void zero(long frame) {
    memory.zero(frame);
    events.add(new Event.Zero(frame));
  }
}
