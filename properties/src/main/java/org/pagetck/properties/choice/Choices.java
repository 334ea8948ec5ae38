package org.pagetck.properties.choice;

import java.util.List;

/// The only source of randomness: everything that is generated draws from here, so that one
/// generator serves random, replayed and byte-driven runs. Used by one thread.
///
/// A source that has run dry answers 0 for ever. Generators put the simplest alternative first.
public interface Choices {
  /// Returns a number from 0 to `bound - 1`, all alike likely.
  ///
  /// @param bound 1 or more
  /// @throws IllegalArgumentException if `bound` is 0 or less
  int below(int bound);

  /// Returns `count` random bits, the rest 0.
  ///
  /// @param count 0 to 64
  /// @throws IllegalArgumentException if `count` is out of bounds
  long bits(int count);

  /// Returns true once in `n` times; false from a source that has run dry, unless `n` is 1.
  default boolean oneIn(int n) {
    return below(n) == n - 1;
  }

  /// Returns one of `items`, all alike likely.
  ///
  /// @throws IllegalArgumentException if there are none
  default <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /// Returns the index of one of `weights`, as often as it weighs among all. Their sum is from 1 to
  /// 2^31 - 1.
  ///
  /// @throws IllegalArgumentException if one is negative, or the sum out of bounds
  default int weighted(int... weights) {
    var sum = 0L;
    for (var weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException("negative weight: " + weight);
      }
      sum += weight;
    }
    if (sum > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("weights sum up to more than 2^31 - 1: " + sum);
    }
    var left = below((int) sum);
    var index = 0;
    while (left >= weights[index]) {
      left -= weights[index++];
    }
    return index;
  }
}
