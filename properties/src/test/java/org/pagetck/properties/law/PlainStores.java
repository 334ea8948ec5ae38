package org.pagetck.properties.law;

import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.mapper.PhysMemory;

/// A mapper whose exchanges are stores.
///
/// @param right the mapper whose exchanges are exchanges
record PlainStores(MapperProvider right) implements MapperProvider {
  @Override
  public String name() {
    return right.name();
  }

  @Override
  public String describe() {
    return right.describe();
  }

  @Override
  public Mapper open(Host host) {
    return right.open(new PlainHost(host, new Plain(host.memory())));
  }

  private record PlainHost(Host host, PhysMemory memory) implements Host {
    @Override
    public long root() {
      return host.root();
    }

    @Override
    public int levels() {
      return host.levels();
    }

    @Override
    public FrameAllocator frames() {
      return host.frames();
    }

    @Override
    public FlushSink flushes() {
      return host.flushes();
    }
  }

  private record Plain(PhysMemory memory) implements PhysMemory {
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
    }

    @Override
    public void store(long address, long value, int width) {
      memory.store(address, value, width);
    }

    @Override
    public long compareAndExchange(long address, long expected, long value) {
      var old = memory.load(address);
      if (old == expected) {
        memory.store(address, value);
      }
      return old;
    }

    @Override
    public void zero(long frame) {
      memory.zero(frame);
    }
  }
}
