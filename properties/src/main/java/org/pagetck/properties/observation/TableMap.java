package org.pagetck.properties.observation;

import java.util.Arrays;
import org.pagetck.model.address.Levels;
import org.pagetck.properties.memory.TableBytes;

/// Which frame of the memory holds which table, and which frames the mapper owns.
///
/// Frames are given by number; resetting costs what was used.
public final class TableMap {
  private final TableBytes bytes;
  private final byte[] levels;
  private final long[] bases;
  private final boolean[] owned;
  private final boolean[] listed;
  private int[] used = new int[64];
  private int usedCount;
  private int tableCount;
  private int ownedCount;

  /// Creates an empty map for `bytes`.
  public TableMap(TableBytes bytes) {
    this.bytes = bytes;
    var frames = bytes.frameCount();
    levels = new byte[frames];
    bases = new long[frames];
    owned = new boolean[frames];
    listed = new boolean[frames];
  }

  /// Forgets everything and makes the frame at `root` the top table of `rootLevel` levels. The root
  /// is not owned.
  public void reset(long root, int rootLevel) {
    for (var i = 0; i < usedCount; i++) {
      levels[used[i]] = 0;
      owned[used[i]] = false;
      listed[used[i]] = false;
    }
    usedCount = 0;
    tableCount = 0;
    ownedCount = 0;
    addTable(root, rootLevel, 0);
    tableCount = 0;
  }

  /// Says that the frame that holds `address` is in use, whatever for.
  public void list(long address) {
    list(bytes.frameIndex(address));
  }

  /// Tells whether the frame that holds `address` is in use.
  public boolean isUsed(long address) {
    return listed[bytes.frameIndex(address)];
  }

  private void list(int frame) {
    if (!listed[frame]) {
      listed[frame] = true;
      if (usedCount == used.length) {
        used = Arrays.copyOf(used, usedCount * 2);
      }
      used[usedCount++] = frame;
    }
  }

  /// Says that the frame at `frame` now holds the table of `level` whose first virtual address is
  /// `base`.
  public void addTable(long frame, int level, long base) {
    var index = bytes.frameIndex(frame);
    list(index);
    levels[index] = (byte) level;
    bases[index] = base;
    tableCount++;
  }

  /// Says that the frame at `frame` is a table no more.
  public void removeTable(long frame) {
    levels[bytes.frameIndex(frame)] = 0;
    tableCount--;
  }

  /// Says whether the mapper owns the frame at `frame`.
  public void setOwned(long frame, boolean isOwned) {
    var index = bytes.frameIndex(frame);
    list(index);
    if (owned[index] != isOwned) {
      ownedCount += isOwned ? 1 : -1;
      owned[index] = isOwned;
    }
  }

  /// Returns the number of tables below the root.
  public int tableCount() {
    return tableCount;
  }

  /// Returns the number of frames that the mapper owns.
  public int ownedCount() {
    return ownedCount;
  }

  /// Returns the level of the table in the frame that holds `address`, or 0 where there is none.
  public int levelAt(long address) {
    var index = bytes.frameIndex(address);
    return index < 0 ? 0 : levels[index];
  }

  /// Returns the first virtual address that the entry at `address`, in a table, covers.
  public long virtualOf(long address) {
    var index = bytes.frameIndex(address);
    var entry = (address - bytes.frameAddress(index)) / Levels.ENTRY_BYTES;
    return bases[index] + (entry << Levels.shift(levels[index]));
  }

  /// Tells whether the mapper owns the frame that holds `address`.
  public boolean isOwned(long address) {
    var index = bytes.frameIndex(address);
    return index >= 0 && owned[index];
  }

  /// Returns how many frames were of any use since the last reset.
  public int usedCount() {
    return usedCount;
  }

  /// Returns the first byte of used frame `index`.
  public long usedFrame(int index) {
    return bytes.frameAddress(used[index]);
  }
}
