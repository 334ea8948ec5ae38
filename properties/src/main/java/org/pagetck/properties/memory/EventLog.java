package org.pagetck.properties.memory;

import java.util.Arrays;

/// What happened during one call, in order: takes, give-backs, stores and flushes, as triples
/// (kind, a, b) in primitive arrays. The kinds are those of `pagetck.h`, and [#NARROW].
public final class EventLog {
  /// A frame was taken; a is the frame.
  public static final int TAKE = 1;

  /// A frame was given back; a is the frame.
  public static final int GIVE_BACK = 2;

  /// One aligned 8-byte store; a is the physical address of the entry, b the value.
  public static final int STORE = 3;

  /// A flush; a is the first virtual address, b the bytes, 0 for everything.
  public static final int FLUSH = 4;

  /// The 512 entries of a frame were zeroed, one aligned store each; a is the frame.
  public static final int ZERO = 5;

  /// An atomic exchange that succeeded; a is the physical address of the entry, b the new value.
  public static final int EXCHANGE = 6;

  /// A store of fewer than 8 bytes; a is the physical address of the entry that holds them, b the
  /// whole word after it.
  public static final int NARROW = 7;

  /// How many events one call may log before it counts as out of hand.
  public static final int EVENT_COUNT_MAX = 65_536;

  private static final int INITIAL_CAPACITY = 32;

  private int[] kinds = new int[INITIAL_CAPACITY];
  private long[] first = new long[INITIAL_CAPACITY];
  private long[] second = new long[INITIAL_CAPACITY];
  private int count;
  private boolean overflowed;

  /// Creates an empty log.
  public EventLog() {}

  /// Forgets all events.
  public void clear() {
    count = 0;
    overflowed = false;
  }

  /// Appends an event. Past [#EVENT_COUNT_MAX] events it is dropped and [#hasOverflowed] tells so.
  public void add(int kind, long a, long b) {
    if (count == kinds.length && !grow()) {
      return;
    }
    kinds[count] = kind;
    first[count] = a;
    second[count] = b;
    count++;
  }

  private boolean grow() {
    if (count >= EVENT_COUNT_MAX) {
      overflowed = true;
      return false;
    }
    var capacity = Math.min(count * 4, EVENT_COUNT_MAX);
    kinds = Arrays.copyOf(kinds, capacity);
    first = Arrays.copyOf(first, capacity);
    second = Arrays.copyOf(second, capacity);
    return true;
  }

  /// Says that events were lost.
  public void markOverflowed() {
    overflowed = true;
  }

  /// Tells whether events were lost.
  public boolean hasOverflowed() {
    return overflowed;
  }

  /// Returns the number of events.
  public int count() {
    return count;
  }

  /// Returns the kind of event `index`.
  public int kind(int index) {
    return kinds[index];
  }

  /// Returns the first word of event `index`.
  public long a(int index) {
    return first[index];
  }

  /// Returns the second word of event `index`.
  public long b(int index) {
    return second[index];
  }
}
