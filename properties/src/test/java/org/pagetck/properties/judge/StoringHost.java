package org.pagetck.properties.judge;

import java.util.HashMap;
import java.util.Map;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.PhysMemory;

/// A host whose memory does something else with each entry than to store it.
///
/// @param host the suite's
/// @param memory the memory that does so
record StoringHost(Host host, PhysMemory memory) implements Host {
  /// What becomes of an entry that is to be stored.
  interface Rule {
    /// Stores `word` at `address`, in a table of `level`, 0 where that is not known, to `memory`.
    void store(PhysMemory memory, int level, long address, long word);

    /// Tells whether an exchange that would succeed is such a store, too.
    default boolean isForExchanges() {
      return true;
    }
  }

  static Host of(Host host, Rule rule) {
    var levels = new HashMap<Long, Integer>();
    levels.put(host.root(), host.levels());
    return new StoringHost(host, new Ruled(host.memory(), levels, rule));
  }

  @Override
  public FrameAllocator frames() {
    return host.frames();
  }

  @Override
  public FlushSink flushes() {
    return host.flushes();
  }

  @Override
  public long root() {
    return host.root();
  }

  @Override
  public int levels() {
    return host.levels();
  }

  private record Ruled(PhysMemory memory, Map<Long, Integer> levels, Rule rule)
      implements PhysMemory {
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
      var level = levels.getOrDefault(address & -Levels.TABLE_BYTES, 0);
      if (level > 1
          && (value & (EntryFlags.PRESENT | EntryFlags.HUGE_PAGE)) == EntryFlags.PRESENT) {
        levels.put(EntryWord.linkAddress(value), level - 1);
      }
      rule.store(memory, level, address, value);
    }

    @Override
    public void store(long address, long value, int width) {
      memory.store(address, value, width);
    }

    @Override
    public long compareAndExchange(long address, long expected, long value) {
      if (!rule.isForExchanges()) {
        return memory.compareAndExchange(address, expected, value);
      }
      var old = memory.load(address);
      if (old == expected) {
        store(address, value);
      }
      return old;
    }

    @Override
    public void zero(long frame) {
      memory.zero(frame);
    }
  }
}
