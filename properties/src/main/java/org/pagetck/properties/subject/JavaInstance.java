package org.pagetck.properties.subject;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.mapper.WildAccessException;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.memory.RecordingMemory;

/// A Java mapper in this process: stores are recorded, exceptions become outcomes.
final class JavaInstance implements Instance {
  private final MapperProvider provider;
  private Arena arena = Arena.ofShared();
  private MemorySegment memory = MemorySegment.NULL;
  private @Nullable Mapper mapper;

  JavaInstance(MapperProvider provider) {
    this.provider = provider;
  }

  @Override
  public MemorySegment memory(long sizeBytes) {
    if (memory.byteSize() != sizeBytes) {
      arena.close();
      arena = Arena.ofShared();
      memory = arena.allocate(sizeBytes, Levels.TABLE_BYTES);
    }
    return memory;
  }

  @Override
  public void open(Opening opening) {
    try {
      mapper = provider.open(new JavaHost(opening, memory));
    } catch (RuntimeException e) {
      throw new SubjectFailedException(
          "the mapper %s could not be opened: %s".formatted(provider.name(), e), e);
    }
  }

  @Override
  public Outcome call(Operation operation) {
    var open = mapper;
    if (open == null) {
      throw new IllegalStateException("call without open");
    }
    try {
      return open.apply(operation);
    } catch (WildAccessException e) {
      return new Outcome.Wild("0x%x".formatted(e.address()));
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      var message = e.getMessage();
      return new Outcome.Panicked(message == null ? e.getClass().getSimpleName() : message);
    }
  }

  @Override
  public String diagnostics() {
    return "";
  }

  @Override
  public void endTrace() {
    var open = mapper;
    mapper = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    endTrace();
    arena.close();
  }

  /// What the mapper sees of the session.
  private static final class JavaHost implements Host {
    private final Opening opening;
    private final PhysMemory memory;
    private final FrameAllocator frames;
    private final FlushSink flushes;

    JavaHost(Opening opening, MemorySegment bytes) {
      this.opening = opening;
      var log = opening.log();
      this.memory = new RecordingMemory(bytes, opening.start(), log);
      this.frames = new LoggingAllocator(opening.stock(), log);
      this.flushes = new LoggingSink(log);
    }

    @Override
    public PhysMemory memory() {
      return memory;
    }

    @Override
    public long root() {
      return opening.root();
    }

    @Override
    public int levels() {
      return opening.levels();
    }

    @Override
    public FrameAllocator frames() {
      return frames;
    }

    @Override
    public FlushSink flushes() {
      return flushes;
    }
  }

  private record LoggingAllocator(FrameStock stock, EventLog log) implements FrameAllocator {
    @Override
    public long allocate() {
      if (stock.available() == 0) {
        return NO_FRAME;
      }
      var frame = stock.take();
      log.add(EventLog.TAKE, frame, 0);
      return frame;
    }

    @Override
    public void deallocate(long frame) {
      stock.giveBack(frame);
      log.add(EventLog.GIVE_BACK, frame, 0);
    }
  }

  private record LoggingSink(EventLog log) implements FlushSink {
    @Override
    public void flush(long address, long bytes) {
      log.add(EventLog.FLUSH, address, bytes);
    }

    @Override
    public void flushAll() {
      log.add(EventLog.FLUSH, 0, 0);
    }
  }
}
