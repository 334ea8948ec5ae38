package org.pagetck.properties.mmu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.pagetck.model.address.Levels;
import org.pagetck.model.paging.WordReader;

/// The memory that an MMU and the pure walk look at, in place.
///
/// @param bytes native memory of whole 4 KiB frames, aligned to 4 KiB
/// @param start the physical address of its first byte, a multiple of 4 KiB
public record MmuMemory(MemorySegment bytes, long start) implements WordReader {
  private static final ValueLayout.OfLong WORD =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Checks the alignment.
  ///
  /// @throws IllegalArgumentException if `bytes` is not native or something is not a multiple of 4
  ///   KiB
  public MmuMemory {
    if (!bytes.isNative()) {
      throw new IllegalArgumentException("not native memory");
    }
    if (((bytes.address() | bytes.byteSize() | start) & (Levels.TABLE_BYTES - 1)) != 0) {
      throw new IllegalArgumentException(
          "not aligned to 4 KiB: %s at 0x%x".formatted(bytes, start));
    }
  }

  /// Tells whether `bytes` bytes from `address` lie inside.
  public boolean contains(long address, long bytes) {
    var offset = address - start;
    return offset >= 0 && offset <= this.bytes.byteSize() - bytes;
  }

  @Override
  public long load(long physicalAddress) {
    return contains(physicalAddress, Levels.ENTRY_BYTES)
        ? bytes.get(WORD, physicalAddress - start)
        : 0;
  }

  /// Stores `word` at `address`.
  ///
  /// @throws IndexOutOfBoundsException if that is outside
  public void store(long address, long word) {
    bytes.set(WORD, address - start, word);
  }

  byte loadByte(long address) {
    return bytes.get(ValueLayout.JAVA_BYTE, address - start);
  }

  void storeByte(long address, byte value) {
    bytes.set(ValueLayout.JAVA_BYTE, address - start, value);
  }
}
