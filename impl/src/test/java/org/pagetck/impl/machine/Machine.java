package org.pagetck.impl.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.pagetck.impl.frame.FramePool;
import org.pagetck.impl.memory.SegmentMemory;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.trace.FrameContents;
import org.pagetck.model.trace.FrameOrder;

/// Memory of 1 MiB from 4 GiB, whose first frame is the root, the next 127 the stock, and the rest
/// the test's own, for planted tables and for data. What a mapper does to it is noted in [#events].
public final class Machine implements Host {
  /// Physical address of the first byte.
  public static final long START = 0x1_0000_0000L;

  /// Length in bytes.
  public static final long BYTES = 1L << 20;

  /// Flags that planted links have: everything is allowed.
  public static final long OPEN_LINK = 0x7;

  private static final int STOCK_COUNT = 127;

  private final int levels;
  private final MemorySegment bytes = Arena.ofAuto().allocate(BYTES, Levels.TABLE_BYTES);
  private final SegmentMemory memory = new SegmentMemory(bytes, START);
  private final FramePool stock;
  private final List<Event> events = new ArrayList<>();
  private int budget = Integer.MAX_VALUE;
  private long nextOwnFrame = START + (STOCK_COUNT + 1L) * Levels.TABLE_BYTES;

  /// Creates it with `levels` levels; frames come ascending and full of old entries.
  public Machine(int levels) {
    this.levels = levels;
    this.stock =
        new FramePool(
            memory,
            START + Levels.TABLE_BYTES,
            STOCK_COUNT,
            FrameOrder.ASCENDING,
            FrameContents.DIRTY,
            0x5eed);
  }

  @Override
  public int levels() {
    return levels;
  }

  @Override
  public long root() {
    return START;
  }

  @Override
  public PhysMemory memory() {
    return new NotingMemory(memory, events);
  }

  @Override
  public FrameAllocator frames() {
    return new FrameAllocator() {
      @Override
      public long allocate() {
        if (budget == 0) {
          events.add(new Event.TakeInVain());
          return NO_FRAME;
        }
        budget--;
        var frame = stock.allocate();
        events.add(new Event.Take(frame));
        return frame;
      }

      @Override
      public void deallocate(long frame) {
        events.add(new Event.GiveBack(frame));
        stock.deallocate(frame);
      }
    };
  }

  @Override
  public FlushSink flushes() {
    return new FlushSink() {
      @Override
      public void flush(long address, long length) {
        events.add(new Event.FlushRange(address, length));
      }

      @Override
      public void flushAll() {
        events.add(new Event.FlushAll());
      }
    };
  }

  /// Lets the mapper take at most `frameCount` more frames.
  public void limitFrames(int frameCount) {
    budget = frameCount;
  }

  /// Lifts the limit.
  public void liftLimit() {
    budget = Integer.MAX_VALUE;
  }

  /// Returns what the mapper did since the last [#forgetEvents].
  public List<Event> events() {
    return List.copyOf(events);
  }

  /// Returns the stores among the events.
  public List<Event.Store> stores() {
    return events.stream()
        .filter(Event.Store.class::isInstance)
        .map(Event.Store.class::cast)
        .toList();
  }

  /// Forgets what was noted.
  public void forgetEvents() {
    events.clear();
  }

  /// Returns the frames that the mapper has and did not give back.
  public int takenCount() {
    return stock.takenCount();
  }

  /// Returns a zeroed frame that is the test's own.
  public long ownFrame() {
    var frame = nextOwnFrame;
    nextOwnFrame += Levels.TABLE_BYTES;
    return frame;
  }

  /// Returns the word at the physical address `slot`.
  public long load(long slot) {
    return memory.load(slot);
  }

  /// Stores `word` at the physical address `slot`, unnoted.
  public void poke(long slot, long word) {
    memory.store(slot, word);
  }

  /// Returns the slot of `address` at `level`. Tables that are missing on the way are planted with
  /// open links.
  public long slot(long address, int level) {
    var table = root();
    for (var at = levels; at > level; at--) {
      var slot = slotIn(table, address, at);
      if (memory.load(slot) == 0) {
        memory.store(slot, ownFrame() | OPEN_LINK);
      }
      table = memory.load(slot) & 0x000f_ffff_ffff_f000L;
    }
    return slotIn(table, address, level);
  }

  private static long slotIn(long table, long address, int level) {
    var index = address >>> (12 + 9 * (level - 1)) & 511;
    return table + 8 * index;
  }

  /// Plants `word` in the slot of `address` at `level`.
  public void plant(long address, int level, long word) {
    poke(slot(address, level), word);
  }

  /// Returns the word in the slot of `address` at `level`.
  public long wordAt(long address, int level) {
    return memory.load(slot(address, level));
  }

  /// Returns a copy of all bytes.
  public Bytes snapshot() {
    return new Bytes(bytes.toArray(ValueLayout.JAVA_LONG));
  }

  /// Returns the segment that holds the bytes.
  public MemorySegment bytes() {
    return bytes;
  }
}
