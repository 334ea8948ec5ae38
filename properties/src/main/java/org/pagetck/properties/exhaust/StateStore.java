package org.pagetck.properties.exhaust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// The states that were reached, in the order in which they were: how each was reached first, and
/// where its tables lie while it waits for its moves.
final class StateStore {
  private static final int INITIAL_CAPACITY = 1 << 10;
  private static final int ROOT = -1;

  private final StateSet states = new StateSet();
  private int[] parents = new int[INITIAL_CAPACITY];
  private short[] moves = new short[INITIAL_CAPACITY];
  private Places present = new Places();
  private Places next = new Places();

  /// The places of states that have numbers in a row.
  private static final class Places {
    private final BytePool pool = new BytePool();
    private long[] where = new long[INITIAL_CAPACITY];
    private int[] lengths = new int[INITIAL_CAPACITY];
    private int first;
    private int count;

    void clear(int from) {
      pool.clear();
      first = from;
      count = 0;
    }

    void add(byte[] bytes, int start, int length) {
      if (count == where.length) {
        where = Arrays.copyOf(where, count * 2);
        lengths = Arrays.copyOf(lengths, count * 2);
      }
      where[count] = pool.add(bytes, start, length);
      lengths[count++] = length;
    }

    long sizeBytes() {
      return pool.sizeBytes() + where.length * (Long.BYTES + (long) Integer.BYTES);
    }
  }

  int count() {
    return states.count();
  }

  /// Tells whether a state with that key was reached.
  boolean has(byte[] key, int start, int length, int hash) {
    return states.find(key, start, length, hash) != StateSet.NONE;
  }

  /// Adds the state that everything begins in.
  void addRoot(ByteBag key, ByteBag places) {
    next.clear(0);
    states.add(key.bytes(), 0, key.count(), key.hash());
    next.add(places.bytes(), 0, places.count());
    parents[0] = ROOT;
  }

  /// Adds candidate `index` of `from` if its key is new.
  void add(Candidates from, int index) {
    var keys = from.keys();
    var key = keys.array(index);
    var start = keys.offset(index);
    if (has(key, start, keys.length(index), keys.hash(index))) {
      return;
    }
    var number = states.add(key, start, keys.length(index), keys.hash(index));
    if (number == parents.length) {
      parents = Arrays.copyOf(parents, number * 2);
      moves = Arrays.copyOf(moves, number * 2);
    }
    parents[number] = from.parent(index);
    moves[number] = (short) from.move(index);
    next.add(from.places(index), from.placesAt(index), from.placesLength(index));
  }

  /// Says that the states which were added last are those whose turn it is.
  void turn() {
    var done = present;
    present = next;
    next = done;
    next.clear(states.count());
  }

  /// Returns where the bytes of `state` stand, whose turn it is.
  StateText text(int state) {
    var index = state - present.first;
    var place = present.where[index];
    return new StateText(
        states.array(state),
        states.offset(state),
        present.pool.array(place),
        BytePool.offset(place),
        present.lengths[index]);
  }

  /// Tells whether `state`, whose turn it is, is the one that `codec` wrote last, frame by frame.
  boolean isWritten(int state, StateCodec codec) {
    var text = text(state);
    var key = codec.key();
    var places = codec.places();
    return Arrays.equals(
            text.key(),
            text.keyAt(),
            text.keyAt() + states.length(state),
            key.bytes(),
            0,
            key.count())
        && Arrays.equals(
            text.places(),
            text.placesAt(),
            text.placesAt() + text.placesLength(),
            places.bytes(),
            0,
            places.count());
  }

  /// Returns the numbers of the moves that lead to `state` first, in order.
  List<Integer> path(int state) {
    var path = new ArrayList<Integer>();
    for (var at = state; parents[at] != ROOT; at = parents[at]) {
      path.add((int) moves[at]);
    }
    Collections.reverse(path);
    return path;
  }

  /// Returns how many bytes of memory the store takes.
  long sizeBytes() {
    return states.sizeBytes()
        + parents.length * (Integer.BYTES + (long) Short.BYTES)
        + present.sizeBytes()
        + next.sizeBytes();
  }
}
