package org.pagetck.impl.machine;

import java.util.List;
import org.pagetck.model.mapper.PhysMemory;

/// Memory that notes each store; an exchange that succeeds is one.
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
    var seen = memory.compareAndExchange(address, expected, value);
    events.add(
        seen == expected ? new Event.Store(address, value) : new Event.Other("failed exchange"));
    return seen;
  }

  @Override
  public void zero(long frame) {
    memory.zero(frame);
    events.add(new Event.Zero(frame));
  }
}
