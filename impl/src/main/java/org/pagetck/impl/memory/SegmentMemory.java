package org.pagetck.impl.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.mapper.WildAccessException;

/// Physical memory whose bytes are those of a memory segment. Its first byte has a physical address
/// of the owner's choice.
///
/// Words are little-endian whatever the machine. Every access is checked: outside the memory, or
/// misaligned, it throws [WildAccessException] and changes nothing.
public final class SegmentMemory implements PhysMemory {
  private static final ValueLayout.OfLong WORD =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt HALF_WORD =
      ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort QUARTER_WORD =
      ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle WORD_HANDLE = WORD.varHandle();

  private final MemorySegment bytes;
  private final long start;
  private final long sizeBytes;

  /// Creates it over `bytes`, whose first byte gets the physical address `start`.
  ///
  /// @throws IllegalArgumentException if `bytes` is not 8-byte aligned or holds no whole frame, or
  ///   `start` is no multiple of 4 KiB, or the end is past 2^52
  public SegmentMemory(MemorySegment bytes, long start) {
    if (bytes.maxByteAlignment() < Levels.ENTRY_BYTES) {
      throw new IllegalArgumentException("segment not aligned to 8 bytes");
    }
    if (bytes.byteSize() < Levels.TABLE_BYTES) {
      throw new IllegalArgumentException("no room for a frame: " + bytes.byteSize() + " bytes");
    }
    if (start < 0
        || start % Levels.TABLE_BYTES != 0
        || (start + bytes.byteSize() - 1) >>> 52 != 0) {
      throw new IllegalArgumentException("start misaligned or past 2^52: 0x%x".formatted(start));
    }
    this.bytes = bytes;
    this.start = start;
    this.sizeBytes = bytes.byteSize();
  }

  /// Returns `sizeBytes` bytes of zeroed memory from `start`, which live as long as `arena`.
  ///
  /// @throws IllegalArgumentException as the constructor does
  public static SegmentMemory allocate(Arena arena, long start, long sizeBytes) {
    return new SegmentMemory(arena.allocate(sizeBytes, Levels.TABLE_BYTES), start);
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

  private static WildAccessException wild(long address, RuntimeException cause) {
    var wild = new WildAccessException(address);
    wild.initCause(cause);
    return wild;
  }

  @Override
  public long load(long address) {
    try {
      return bytes.get(WORD, address - start);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw wild(address, e);
    }
  }

  @Override
  public void store(long address, long value) {
    try {
      bytes.set(WORD, address - start, value);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw wild(address, e);
    }
  }

  /// Stores the low `width` bytes of `value` at `address`.
  ///
  /// @throws IllegalArgumentException if `width` is not 1, 2, 4 or 8
  @Override
  public void store(long address, long value, int width) {
    switch (width) {
      case 1 -> bytes.set(ValueLayout.JAVA_BYTE, offset(address, width), (byte) value);
      case 2 -> bytes.set(QUARTER_WORD, offset(address, width), (short) value);
      case 4 -> bytes.set(HALF_WORD, offset(address, width), (int) value);
      case 8 -> bytes.set(WORD, offset(address, width), value);
      default -> throw new IllegalArgumentException("width not 1, 2, 4 or 8: " + width);
    }
  }

  @Override
  public long compareAndExchange(long address, long expected, long value) {
    return (long)
        WORD_HANDLE.compareAndExchange(bytes, offset(address, Levels.ENTRY_BYTES), expected, value);
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
  }
}
