package org.pagetck.properties.observation;

import java.util.Arrays;
import org.pagetck.model.address.Levels;

/// The frames taken by one step that were linked by it, in the order in which they became
/// reachable.
public final class NewTables {
  private long[] frames = new long[8];
  private int[] levels = new int[8];
  private long[] bases = new long[8];
  private int[] stores = new int[8];
  private int count;

  /// Creates an empty list.
  public NewTables() {}

  /// Forgets all.
  public void clear() {
    count = 0;
  }

  /// Appends the table of `level` at `frame`, whose first virtual address is `base`; `store` made
  /// it reachable.
  void add(long frame, int level, long base, int store) {
    if (count == frames.length) {
      frames = Arrays.copyOf(frames, count * 2);
      levels = Arrays.copyOf(levels, count * 2);
      bases = Arrays.copyOf(bases, count * 2);
      stores = Arrays.copyOf(stores, count * 2);
    }
    frames[count] = frame;
    levels[count] = level;
    bases[count] = base;
    stores[count] = store;
    count++;
  }

  /// Returns how many there are.
  public int count() {
    return count;
  }

  /// Returns the number of the table in the frame that holds `address`, or -1.
  public int indexOf(long address) {
    var frame = address & -Levels.TABLE_BYTES;
    for (var i = 0; i < count; i++) {
      if (frames[i] == frame) {
        return i;
      }
    }
    return -1;
  }

  /// Returns the level of table `index`.
  public int level(int index) {
    return levels[index];
  }

  /// Returns the number of the store that made table `index` reachable.
  public int store(int index) {
    return stores[index];
  }

  /// Returns the first virtual address that the entry at `address`, in table `index`, covers.
  public long virtualOf(int index, long address) {
    var entry = (address & (Levels.TABLE_BYTES - 1)) / Levels.ENTRY_BYTES;
    return bases[index] + (entry << Levels.shift(levels[index]));
  }
}
