package org.pagetck.properties.observation;

import java.util.Arrays;

/// Words that one step changed, each once: address, word before, word after.
public final class Changes {
  private long[] addresses = new long[8];
  private long[] before = new long[8];
  private int count;

  /// Creates an empty list.
  public Changes() {}

  /// Forgets all.
  public void clear() {
    count = 0;
  }

  /// Adds the word at `address` that was `old` before the step, unless it is there.
  public void add(long address, long old) {
    if (indexOf(address) >= 0) {
      return;
    }
    if (count == addresses.length) {
      addresses = Arrays.copyOf(addresses, count * 2);
      before = Arrays.copyOf(before, count * 2);
    }
    addresses[count] = address;
    before[count] = old;
    count++;
  }

  private int indexOf(long address) {
    for (var i = 0; i < count; i++) {
      if (addresses[i] == address) {
        return i;
      }
    }
    return -1;
  }

  /// Returns how many words there are.
  public int count() {
    return count;
  }

  /// Returns the address of word `index`.
  public long address(int index) {
    return addresses[index];
  }

  /// Returns what word `index` was before the step.
  public long before(int index) {
    return before[index];
  }
}
