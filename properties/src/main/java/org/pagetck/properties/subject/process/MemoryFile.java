package org.pagetck.properties.subject.process;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.address.Levels;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.subject.FrameStock;
import org.pagetck.properties.subject.Instance;
import org.pagetck.properties.subject.foreign.Platform;
import org.pagetck.properties.subject.foreign.SharedFile;
import org.pagetck.properties.subject.nativelib.HostWords;

/// The memory of an instance as a file that a program can open. Behind the memory stand, as
/// little-endian words of 64 bits: the number of frames left, the number of places for frames, the
/// number of events, the number of places for events; then those places.
final class MemoryFile implements HostWords, AutoCloseable {
  private static final ValueLayout.OfLong WORD =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final long FRAMES_LEFT = 0;
  private static final long FRAME_CAPACITY = 8;
  private static final long EVENT_COUNT = 16;
  private static final long EVENT_CAPACITY = 24;
  private static final long FRAMES = 32;
  private static final long EVENTS = FRAMES + 8L * FrameStock.WINDOW;
  private static final long EVENT_BYTES = 24;
  private static final long HOST_BYTES = EVENTS + EVENT_BYTES * EventLog.EVENT_COUNT_MAX;

  private @Nullable SharedFile file;
  private Arena arena = Arena.ofShared();
  private MemorySegment memory = MemorySegment.NULL;
  private MemorySegment host = MemorySegment.NULL;

  /// Returns memory of `sizeBytes` bytes: that of last time where the size is the same, else zeros.
  MemorySegment ofSize(long sizeBytes) {
    if (memory.byteSize() != sizeBytes) {
      close();
      arena = Arena.ofShared();
      var all = allocate(sizeBytes + HOST_BYTES);
      memory = all.asSlice(0, sizeBytes);
      host = all.asSlice(sizeBytes, HOST_BYTES);
    }
    return memory;
  }

  private MemorySegment allocate(long bytes) {
    if (!Platform.isKnown()) {
      return arena.allocate(bytes, Levels.TABLE_BYTES);
    }
    var shared = SharedFile.create(bytes);
    file = shared;
    return shared.map(arena);
  }

  /// Returns what follows the number of levels in the line that opens a mapper over it.
  ///
  /// @throws org.pagetck.properties.subject.SubjectFailedException if memory cannot be shared here
  String words(Instance.Opening opening) {
    Platform.check();
    var shared = file;
    if (shared == null) {
      throw new IllegalStateException("open without memory");
    }
    host.set(WORD, FRAME_CAPACITY, FrameStock.WINDOW);
    host.set(WORD, EVENT_CAPACITY, EventLog.EVENT_COUNT_MAX);
    return "memory-file=%s start=0x%x bytes=%d root=0x%x"
        .formatted(shared.path(), opening.start(), memory.byteSize(), opening.root());
  }

  @Override
  public long framesLeft() {
    return host.get(WORD, FRAMES_LEFT);
  }

  @Override
  public void setFramesLeft(long count) {
    host.set(WORD, FRAMES_LEFT, count);
  }

  @Override
  public void setFrame(int index, long frame) {
    host.set(WORD, FRAMES + 8L * index, frame);
  }

  @Override
  public long eventCount() {
    return host.get(WORD, EVENT_COUNT);
  }

  @Override
  public void setEventCount(long count) {
    host.set(WORD, EVENT_COUNT, count);
  }

  @Override
  public long eventKind(int index) {
    return host.get(WORD, EVENTS + index * EVENT_BYTES);
  }

  @Override
  public long eventA(int index) {
    return host.get(WORD, EVENTS + index * EVENT_BYTES + 8);
  }

  @Override
  public long eventB(int index) {
    return host.get(WORD, EVENTS + index * EVENT_BYTES + 16);
  }

  @Override
  public void close() {
    arena.close();
    memory = MemorySegment.NULL;
    host = MemorySegment.NULL;
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
