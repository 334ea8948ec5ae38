package org.pagetck.properties.judge;

import java.util.Arrays;

/// The stores of one step by the word that they changed, so that a step of hundreds of stores, such
/// as one that clears a table entry by entry, is not read through for each question.
final class StoresByWord {
  /// As few as this are read through faster than they are sorted.
  private static final int FEW = 16;

  private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

  private long[] addresses = {};
  private int count;
  private boolean few = true;
  private int[] lastOf = {};
  private int[] previous = {};

  /// Makes it about the first `count` of `addresses`, which it does not copy.
  void reset(long[] addresses, int count) {
    this.addresses = addresses;
    this.count = count;
    this.few = count <= FEW;
    if (!few) {
      sort();
    }
  }

  private void sort() {
    var capacity = Integer.highestOneBit(count) * 4;
    if (lastOf.length < capacity) {
      lastOf = new int[capacity];
      previous = new int[capacity];
    }
    Arrays.fill(lastOf, -1);
    for (var i = 0; i < count; i++) {
      var slot = slot(addresses[i]);
      previous[i] = lastOf[slot];
      lastOf[slot] = i;
    }
  }

  /// Returns where the last store to the word at `address` stands, or would.
  private int slot(long address) {
    var mask = lastOf.length - 1;
    var slot = (int) ((address * SPREAD) >>> Integer.SIZE) & mask;
    while (lastOf[slot] >= 0 && addresses[lastOf[slot]] != address) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// Returns the last store before store `time` to the word at `address`, or -1.
  int before(long address, int time) {
    if (few) {
      for (var i = time - 1; i >= 0; i--) {
        if (addresses[i] == address) {
          return i;
        }
      }
      return -1;
    }
    var store = lastOf[slot(address)];
    while (store >= time) {
      store = previous[store];
    }
    return store;
  }

  /// Returns the first store at `time` or later to the word at `address`, or -1.
  int next(long address, int time) {
    if (few) {
      for (var i = time; i < count; i++) {
        if (addresses[i] == address) {
          return i;
        }
      }
      return -1;
    }
    var next = -1;
    for (var store = lastOf[slot(address)]; store >= time; store = previous[store]) {
      next = store;
    }
    return next;
  }
}
