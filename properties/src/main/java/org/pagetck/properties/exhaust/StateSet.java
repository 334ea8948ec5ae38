package org.pagetck.properties.exhaust;

import java.util.Arrays;

/// Different byte strings, numbered from 0 in the order in which they came.
///
/// Strings are compared as a whole: two states are one only if they are equal, whatever their
/// hashes.
final class StateSet {
  /// No number.
  static final int NONE = -1;

  private static final int INITIAL_CAPACITY = 1 << 10;

  private final BytePool pool = new BytePool();
  private long[] places = new long[INITIAL_CAPACITY];
  private int[] lengths = new int[INITIAL_CAPACITY];
  private int[] hashes = new int[INITIAL_CAPACITY];
  private int[] slots = new int[INITIAL_CAPACITY * 2];
  private int count;

  int count() {
    return count;
  }

  /// Forgets all.
  void clear() {
    pool.clear();
    Arrays.fill(slots, 0);
    count = 0;
  }

  /// Returns the number of the first `length` bytes of `key`, whose hash is `hash`, or [#NONE].
  int find(byte[] key, int start, int length, int hash) {
    var mask = slots.length - 1;
    for (var slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      var number = slots[slot] - 1;
      if (hashes[number] == hash && equals(number, key, start, length)) {
        return number;
      }
    }
    return NONE;
  }

  private boolean equals(int number, byte[] key, int start, int length) {
    var from = BytePool.offset(places[number]);
    return lengths[number] == length
        && Arrays.equals(
            pool.array(places[number]), from, from + length, key, start, start + length);
  }

  /// Adds `key`, which must not be there, and returns its number.
  int add(byte[] key, int start, int length, int hash) {
    if (count == places.length) {
      grow();
    }
    places[count] = pool.add(key, start, length);
    lengths[count] = length;
    hashes[count] = hash;
    count++;
    insert(count - 1);
    return count - 1;
  }

  private void insert(int number) {
    var mask = slots.length - 1;
    var slot = hashes[number] & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = number + 1;
  }

  private void grow() {
    var capacity = places.length * 2;
    places = Arrays.copyOf(places, capacity);
    lengths = Arrays.copyOf(lengths, capacity);
    hashes = Arrays.copyOf(hashes, capacity);
    slots = new int[capacity * 2];
    for (var number = 0; number < count; number++) {
      insert(number);
    }
  }

  /// Returns the array in which string `number` stands.
  byte[] array(int number) {
    return pool.array(places[number]);
  }

  /// Returns where in [#array] string `number` begins.
  int offset(int number) {
    return BytePool.offset(places[number]);
  }

  int length(int number) {
    return lengths[number];
  }

  int hash(int number) {
    return hashes[number];
  }

  /// Returns how many bytes of memory the set takes.
  long sizeBytes() {
    return pool.sizeBytes() + places.length * (Long.BYTES + 2L * Integer.BYTES) + slots.length * 4L;
  }
}
