package org.pagetck.properties.exhaust;

import java.util.Arrays;

/// Byte strings one after the other, each found again by its place. Held in large chunks, so that
/// growing copies nothing.
final class BytePool {
  private static final int CHUNK_SHIFT = 16;
  private static final int CHUNK_BYTES = 1 << CHUNK_SHIFT;

  private byte[][] chunks = new byte[16][];
  private int chunkCount;
  private int position = CHUNK_BYTES;

  /// Appends `length` bytes, at most 64 KiB, of `from` from `start`; returns their place.
  long add(byte[] from, int start, int length) {
    if (chunkCount == 0 || position + length > CHUNK_BYTES) {
      addChunk();
    }
    System.arraycopy(from, start, chunks[chunkCount - 1], position, length);
    var place = ((long) (chunkCount - 1) << CHUNK_SHIFT) | position;
    position += length;
    return place;
  }

  private void addChunk() {
    if (chunkCount == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunkCount * 2);
    }
    if (chunks[chunkCount] == null) {
      chunks[chunkCount] = new byte[CHUNK_BYTES];
    }
    chunkCount++;
    position = 0;
  }

  /// Forgets all; keeps the room for others.
  void clear() {
    chunkCount = 0;
    position = CHUNK_BYTES;
  }

  /// Returns the array in which the bytes at `place` stand.
  byte[] array(long place) {
    return chunks[(int) (place >>> CHUNK_SHIFT)];
  }

  /// Returns where in [#array] the bytes at `place` begin.
  static int offset(long place) {
    return (int) place & (CHUNK_BYTES - 1);
  }

  /// Returns how many bytes of memory the pool takes.
  long sizeBytes() {
    return (long) chunkCount << CHUNK_SHIFT;
  }
}
