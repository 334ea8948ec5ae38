package org.pagetck.properties.observation;

import java.util.Arrays;

/// A growing list of longs.
public final class LongBag {
  private long[] values = new long[16];
  private int count;

  /// Creates an empty list.
  public LongBag() {}

  /// Removes all.
  public void clear() {
    count = 0;
  }

  /// Appends `value`.
  public void add(long value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    values[count++] = value;
  }

  /// Returns how many there are.
  public int count() {
    return count;
  }

  /// Returns value `index`.
  public long get(int index) {
    return values[index];
  }

  /// Tells whether `value` is among them.
  public boolean contains(long value) {
    return indexOf(value) >= 0;
  }

  /// Returns the first index of `value`, or -1.
  public int indexOf(long value) {
    for (var i = 0; i < count; i++) {
      if (values[i] == value) {
        return i;
      }
    }
    return -1;
  }

  /// Returns the values.
  public long[] toArray() {
    return Arrays.copyOf(values, count);
  }
}
