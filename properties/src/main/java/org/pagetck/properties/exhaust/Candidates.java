package org.pagetck.properties.exhaust;

import java.util.Arrays;

/// States that the moves from some states led to, each once, with the move that did so first.
final class Candidates {
  private static final int INITIAL_CAPACITY = 256;

  private final StateSet keys = new StateSet();
  private final BytePool pool = new BytePool();
  private int[] parents = new int[INITIAL_CAPACITY];
  private int[] moves = new int[INITIAL_CAPACITY];
  private long[] places = new long[INITIAL_CAPACITY];
  private int[] lengths = new int[INITIAL_CAPACITY];

  /// Adds the state that `move` from `parent` leads to, unless it is here or among `known`.
  void add(int parent, int move, ByteBag key, ByteBag place, StateStore known) {
    var hash = key.hash();
    if (keys.find(key.bytes(), 0, key.count(), hash) != StateSet.NONE
        || known.has(key.bytes(), 0, key.count(), hash)) {
      return;
    }
    var number = keys.add(key.bytes(), 0, key.count(), hash);
    if (number == parents.length) {
      var capacity = number * 2;
      parents = Arrays.copyOf(parents, capacity);
      moves = Arrays.copyOf(moves, capacity);
      places = Arrays.copyOf(places, capacity);
      lengths = Arrays.copyOf(lengths, capacity);
    }
    parents[number] = parent;
    moves[number] = move;
    places[number] = pool.add(place.bytes(), 0, place.count());
    lengths[number] = place.count();
  }

  int count() {
    return keys.count();
  }

  StateSet keys() {
    return keys;
  }

  int parent(int index) {
    return parents[index];
  }

  int move(int index) {
    return moves[index];
  }

  byte[] places(int index) {
    return pool.array(places[index]);
  }

  int placesAt(int index) {
    return BytePool.offset(places[index]);
  }

  int placesLength(int index) {
    return lengths[index];
  }
}
