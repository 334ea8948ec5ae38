package org.pagetck.properties.judge;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.PhysMemory;

/// Hosts that carry out what the built-in mapper asks for in another order. In the end every byte
/// is as it was asked for.
final class BetweenHosts {
  private BetweenHosts() {}

  /// Zeroes a frame only when it has been linked.
  static Host linkingBeforeZeroing(Host host) {
    return new Between(host, new LateZeros(host.memory()), host.flushes(), host.frames());
  }

  /// Gives frames back before the flush that was asked for first.
  static Host freeingBeforeFlushing(Host host) {
    var late = new LateFlush(host.flushes(), host.frames());
    return new Between(host, host.memory(), late, late);
  }

  private record Between(Host host, PhysMemory memory, FlushSink flushes, FrameAllocator frames)
      implements Host {
    @Override
    public long root() {
      return host.root();
    }

    @Override
    public int levels() {
      return host.levels();
    }
  }

  private record LateZeros(PhysMemory memory, List<Long> waiting) implements PhysMemory {
    LateZeros(PhysMemory memory) {
      this(memory, new ArrayList<>());
    }

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
      if (waiting.remove(EntryWord.linkAddress(value))) {
        memory.zero(EntryWord.linkAddress(value));
      }
    }

    @Override
    public void store(long address, long value, int width) {
      memory.store(address, value, width);
    }

    @Override
    public long compareAndExchange(long address, long expected, long value) {
      return memory.compareAndExchange(address, expected, value);
    }

    @Override
    public void zero(long frame) {
      waiting.add(frame);
    }
  }

  /// Waits with a flush until the first frame was given back.
  private static final class LateFlush implements FlushSink, FrameAllocator {
    private final FlushSink flushes;
    private final FrameAllocator frames;
    private boolean waits;

    LateFlush(FlushSink flushes, FrameAllocator frames) {
      this.flushes = flushes;
      this.frames = frames;
    }

    @Override
    public void flush(long address, long bytes) {
      flushes.flush(address, bytes);
    }

    @Override
    public void flushAll() {
      waits = true;
    }

    @Override
    public long allocate() {
      return frames.allocate();
    }

    @Override
    public void deallocate(long frame) {
      frames.deallocate(frame);
      if (waits) {
        waits = false;
        flushes.flushAll();
      }
    }
  }
}
