package org.pagetck.properties.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pagetck.model.address.Levels;

/// The bytes that a subject works on, beside a shadow: what they held when the judges last looked.
///
/// Addresses are physical. The subject sees the bytes; only the suite sees the shadow.
public final class TableBytes implements AutoCloseable {
  private static final ValueLayout.OfLong WORD =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final MemorySegment ZEROS = Arena.global().allocate(Levels.TABLE_BYTES);

  private final Arena arena = Arena.ofShared();
  private final MemorySegment bytes;
  private final MemorySegment shadow;
  private final long start;
  private final List<Long> undone = new ArrayList<>();

  /// Creates it over the subject's `bytes`, all zero; physical address `start` is the first.
  public TableBytes(MemorySegment bytes, long start) {
    this.bytes = bytes;
    this.start = start;
    this.shadow = arena.allocate(bytes.byteSize(), Levels.TABLE_BYTES);
  }

  /// Tells whether these are the bytes of `segment`.
  public boolean isOver(MemorySegment segment) {
    return bytes.address() == segment.address() && bytes.byteSize() == segment.byteSize();
  }

  /// Returns the bytes themselves, for machines that read them in place.
  public MemorySegment segment() {
    return bytes;
  }

  /// Returns the physical address of the first byte.
  public long start() {
    return start;
  }

  /// Returns the length in bytes.
  public long sizeBytes() {
    return bytes.byteSize();
  }

  /// Returns the number of frames.
  public int frameCount() {
    return (int) (bytes.byteSize() / Levels.TABLE_BYTES);
  }

  /// Returns the number of the frame that holds `address`, or -1 outside the memory.
  public int frameIndex(long address) {
    var offset = address - start;
    return offset < 0 || offset >= bytes.byteSize() ? -1 : (int) (offset / Levels.TABLE_BYTES);
  }

  /// Returns the first byte of frame number `index`.
  public long frameAddress(int index) {
    return start + (long) index * Levels.TABLE_BYTES;
  }

  /// Tells whether an aligned word at `address` lies inside the memory.
  public boolean isWord(long address) {
    var offset = address - start;
    return offset >= 0 && offset <= bytes.byteSize() - Levels.ENTRY_BYTES && (offset & 7) == 0;
  }

  /// Returns the word at `address`.
  public long load(long address) {
    return bytes.get(WORD, address - start);
  }

  /// Returns the word that stood at `address` when the judges last looked.
  public long loadShadow(long address) {
    return shadow.get(WORD, address - start);
  }

  /// Sets what the judges take for the word at `address`.
  public void storeShadow(long address, long value) {
    shadow.set(WORD, address - start, value);
  }

  /// Stores `value` at `address` as the host does: in the bytes and in the shadow.
  public void storeAsHost(long address, long value) {
    bytes.set(WORD, address - start, value);
    shadow.set(WORD, address - start, value);
  }

  /// Stores `value` at `address` in the bytes alone: for whoever lets a machine see what was, and
  /// puts back what is.
  public void storeBelowShadow(long address, long value) {
    bytes.set(WORD, address - start, value);
  }

  /// Zeroes the frame at `frame` in the shadow.
  public void zeroShadow(long frame) {
    shadow.asSlice(frame - start, Levels.TABLE_BYTES).fill((byte) 0);
  }

  /// Fills the frame at `frame` with `words` as the host does.
  public void fillAsHost(long frame, long[] words) {
    var offset = frame - start;
    MemorySegment.copy(words, 0, bytes, WORD, offset, Levels.ENTRY_COUNT);
    MemorySegment.copy(bytes, offset, shadow, offset, Levels.TABLE_BYTES);
  }

  /// Zeroes the frame at `frame` as the host does.
  public void zeroAsHost(long frame) {
    bytes.asSlice(frame - start, Levels.TABLE_BYTES).fill((byte) 0);
    zeroShadow(frame);
  }

  /// Makes the shadow of the frame at `frame` equal to its bytes.
  public void acceptFrame(long frame) {
    MemorySegment.copy(bytes, frame - start, shadow, frame - start, Levels.TABLE_BYTES);
  }

  /// Returns the index, at `fromIndex` or after it, of the first entry of the frame at `frame` that
  /// differs from its shadow, or -1.
  public int firstDifference(long frame, int fromIndex) {
    if (fromIndex == Levels.ENTRY_COUNT) {
      return -1;
    }
    var from = frame - start + (long) fromIndex * Levels.ENTRY_BYTES;
    var to = frame - start + Levels.TABLE_BYTES;
    var at = MemorySegment.mismatch(bytes, from, to, shadow, from, to);
    return at < 0 ? -1 : fromIndex + (int) (at / Levels.ENTRY_BYTES);
  }

  /// Returns the index, at `fromIndex` or after it, of the first entry of the frame at `frame` that
  /// is not 0, or -1.
  public int firstNonZero(long frame, int fromIndex) {
    return firstNonZero(bytes, frame, fromIndex);
  }

  /// Returns the same for the shadow.
  public int firstNonZeroShadow(long frame, int fromIndex) {
    return firstNonZero(shadow, frame, fromIndex);
  }

  private int firstNonZero(MemorySegment segment, long frame, int fromIndex) {
    if (fromIndex == Levels.ENTRY_COUNT) {
      return -1;
    }
    var from = frame - start + (long) fromIndex * Levels.ENTRY_BYTES;
    var length = Levels.TABLE_BYTES - (long) fromIndex * Levels.ENTRY_BYTES;
    var at = MemorySegment.mismatch(segment, from, from + length, ZEROS, 0, length);
    return at < 0 ? -1 : fromIndex + (int) (at / Levels.ENTRY_BYTES);
  }

  /// Makes the whole memory what its shadow is, and tells whether it was not.
  public boolean undoDifferences() {
    undone.clear();
    for (var frame = differingFrame(0); frame >= 0; frame = differingFrame(frame + 1)) {
      undone.add(frameAddress(frame));
      var offset = (long) frame * Levels.TABLE_BYTES;
      MemorySegment.copy(shadow, offset, bytes, offset, Levels.TABLE_BYTES);
    }
    return !undone.isEmpty();
  }

  private int differingFrame(int fromFrame) {
    var from = (long) fromFrame * Levels.TABLE_BYTES;
    var size = bytes.byteSize();
    var at = MemorySegment.mismatch(bytes, from, size, shadow, from, size);
    return at < 0 ? -1 : (int) ((from + at) / Levels.TABLE_BYTES);
  }

  /// Returns the addresses of the frames that [#undoDifferences] found to differ when it was last
  /// called, in ascending order.
  public List<Long> undoneFrames() {
    return Collections.unmodifiableList(undone);
  }

  /// Makes the whole shadow equal to the bytes.
  public void acceptAll() {
    shadow.copyFrom(bytes);
  }

  /// Copies the 512 entries of the frame at `frame` into `words`.
  public void read(long frame, long[] words) {
    MemorySegment.copy(bytes, WORD, frame - start, words, 0, Levels.ENTRY_COUNT);
  }

  /// Frees the shadow.
  @Override
  public void close() {
    arena.close();
  }
}
