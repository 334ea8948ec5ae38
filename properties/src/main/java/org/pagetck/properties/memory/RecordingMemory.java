package org.pagetck.properties.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.mapper.WildAccessException;

/// Physical memory that logs each store. What a Java mapper under test is given.
public final class RecordingMemory implements PhysMemory {
  private static final ValueLayout.OfLong WORD =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle WORD_HANDLE = WORD.varHandle();

  private final MemorySegment bytes;
  private final long start;
  private final long sizeBytes;
  private final EventLog log;
  private final LateMark lateMark;

  /// Creates it over `bytes`, which must be 8-byte aligned; physical address `start` is its first
  /// byte.
  public RecordingMemory(MemorySegment bytes, long start, EventLog log) {
    this(bytes, start, log, new LateMark());
  }

  /// Creates it over `bytes`, which a processor uses as `lateMark` says.
  public RecordingMemory(MemorySegment bytes, long start, EventLog log, LateMark lateMark) {
    this.lateMark = lateMark;
    this.bytes = bytes;
    this.start = start;
    this.sizeBytes = bytes.byteSize();
    this.log = log;
  }

  @Override
  public long start() {
    return start;
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  private long offset(long address, int width) {
    var offset = address - start;
    if (offset < 0 || offset > sizeBytes - width || (offset & (width - 1)) != 0) {
      throw new WildAccessException(address);
    }
    return offset;
  }

  @Override
  public long load(long address) {
    return bytes.get(WORD, offset(address, Levels.ENTRY_BYTES));
  }

  private void beforeStore(long address) {
    if (lateMark.isAwaiting(address)) {
      var offset = offset(address, Levels.ENTRY_BYTES);
      bytes.set(WORD, offset, lateMark.mark(bytes.get(WORD, offset)));
    }
  }

  @Override
  public void store(long address, long value) {
    beforeStore(address);
    bytes.set(WORD, offset(address, Levels.ENTRY_BYTES), value);
    log.add(EventLog.STORE, address, value);
  }

  @Override
  public void store(long address, long value, int width) {
    var offset = offset(address, width);
    beforeStore(address & -Levels.ENTRY_BYTES);
    switch (width) {
      case 1 -> bytes.set(ValueLayout.JAVA_BYTE, offset, (byte) value);
      case 2 ->
          bytes.set(
              ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN), offset, (short) value);
      case 4 ->
          bytes.set(ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN), offset, (int) value);
      case 8 -> bytes.set(WORD, offset, value);
      default -> throw new IllegalArgumentException("width not 1, 2, 4 or 8: " + width);
    }
    if (width == Levels.ENTRY_BYTES) {
      log.add(EventLog.STORE, address, value);
    } else {
      var word = offset & -Levels.ENTRY_BYTES;
      log.add(EventLog.NARROW, start + word, bytes.get(WORD, word));
    }
  }

  @Override
  public long compareAndExchange(long address, long expected, long value) {
    beforeStore(address);
    var witness =
        (long)
            WORD_HANDLE.compareAndExchange(
                bytes, offset(address, Levels.ENTRY_BYTES), expected, value);
    if (witness == expected) {
      log.add(EventLog.EXCHANGE, address, value);
    }
    return witness;
  }

  @Override
  public void zero(long frame) {
    var offset = frame - start;
    if (offset < 0
        || offset > sizeBytes - Levels.TABLE_BYTES
        || (offset & (Levels.TABLE_BYTES - 1)) != 0) {
      throw new WildAccessException(frame);
    }
    bytes.asSlice(offset, Levels.TABLE_BYTES).fill((byte) 0);
    log.add(EventLog.ZERO, frame, 0);
  }
}
