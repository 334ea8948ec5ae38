package org.pagetck.properties.subject;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.entry.EntryFlags;
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

/// An open Java mapper: its stores, takes, give-backs and flushes are recorded, its exceptions
/// become outcomes.
public final class HostedMapper {
  private final Mapper mapper;

  private HostedMapper(Mapper mapper) {
    this.mapper = mapper;
  }

  /// Opens a mapper over `bytes`, the memory of `opening`.
  ///
  /// @throws SubjectFailedException if the provider throws
  public static HostedMapper open(
      MapperProvider provider, Instance.Opening opening, MemorySegment bytes) {
    try {
      return new HostedMapper(provider.open(new JavaHost(opening, bytes)));
    } catch (RuntimeException | LinkageError e) {
      throw new SubjectFailedException(
          "the mapper %s could not be opened: %s".formatted(provider.name(), e), e);
    }
  }

  /// Carries out one operation; what the mapper throws becomes [Outcome.Wild] or
  /// [Outcome.Panicked].
  public Outcome call(Operation operation) {
    try {
      return checked(mapper.apply(operation));
    } catch (RuntimeException | Error e) {
      return failed(e);
    }
  }

  /// Masks HUGE_PAGE, which no answer carries.
  private static Outcome checked(@Nullable Outcome given) {
    return switch (given) {
      case null -> new Outcome.Garbled("null");
      case Outcome.Removed(var frame, var flags, var flush) when flags.has(EntryFlags.HUGE_PAGE) ->
          new Outcome.Removed(frame, flags.without(EntryFlags.HUGE_PAGE), flush);
      case Outcome.Found(var frame, var flags) when flags.has(EntryFlags.HUGE_PAGE) ->
          new Outcome.Found(frame, flags.without(EntryFlags.HUGE_PAGE));
      case Outcome.Translated(var size, var frame, var offset, var flags)
          when flags.has(EntryFlags.HUGE_PAGE) ->
          new Outcome.Translated(size, frame, offset, flags.without(EntryFlags.HUGE_PAGE));
      case Outcome other -> other;
    };
  }

  /// Closes the mapper; returns how that failed, if it did.
  public Optional<Outcome.Failed> close() {
    try {
      mapper.close();
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      return Optional.of(failed(e));
    }
  }

  private static Outcome.Failed failed(Throwable thrown) {
    return switch (thrown) {
      case WildAccessException wild -> new Outcome.Wild("0x%x".formatted(wild.address()));
      case OutOfMemoryError error -> throw error;
      case Throwable other -> {
        var message = other.getMessage();
        yield new Outcome.Panicked(message == null ? other.getClass().getSimpleName() : message);
      }
    };
  }

  /// What the mapper sees of the session.
  private static final class JavaHost implements Host {
    private final Instance.Opening opening;
    private final PhysMemory memory;
    private final FrameAllocator frames;
    private final FlushSink flushes;

    JavaHost(Instance.Opening opening, MemorySegment bytes) {
      this.opening = opening;
      var log = opening.log();
      this.memory = new RecordingMemory(bytes, opening.start(), log, opening.lateMark());
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
