package org.pagetck.properties.observation;

import java.util.Arrays;

/// The stores of one step, in order: where, what stood there before, what stood there after. Words
/// of a frame that was zeroed as a whole stand here one by one where a table was in use there.
public final class Stores {
  private int[] events = new int[8];
  private long[] addresses = new long[8];
  private long[] before = new long[8];
  private long[] after = new long[8];
  private int count;

  /// Creates an empty list.
  public Stores() {}

  /// Forgets all.
  public void clear() {
    count = 0;
  }

  /// Appends the store that event number `event` of the log made.
  public void add(int event, long address, long old, long word) {
    if (count == events.length) {
      events = Arrays.copyOf(events, count * 2);
      addresses = Arrays.copyOf(addresses, count * 2);
      before = Arrays.copyOf(before, count * 2);
      after = Arrays.copyOf(after, count * 2);
    }
    events[count] = event;
    addresses[count] = address;
    before[count] = old;
    after[count] = word;
    count++;
  }

  /// Returns how many there are.
  public int count() {
    return count;
  }

  /// Returns the number of the event that made store `index`.
  public int event(int index) {
    return events[index];
  }

  /// Returns the address of the word that store `index` changed.
  public long address(int index) {
    return addresses[index];
  }

  /// Returns the word before store `index`.
  public long before(int index) {
    return before[index];
  }

  /// Returns the word after store `index`.
  public long after(int index) {
    return after[index];
  }
}
