package org.pagetck.properties.choice;

/// Choices drawn from a seed, the same on every machine and JDK: the generator xoshiro256++
/// (Blackman, Vigna: "Scrambled Linear Pseudorandom Number Generators", 2019).
public final class RandomChoices implements Choices {
  private long s0;
  private long s1;
  private long s2;
  private long s3;

  /// Begins the sequence of `seed`.
  public RandomChoices(long seed) {
    s0 = Seeds.mix(seed, 0);
    s1 = Seeds.mix(seed, 1);
    s2 = Seeds.mix(seed, 2);
    s3 = Seeds.mix(seed, 3);
  }

  @Override
  public int below(int bound) {
    Bounds.requireBound(bound);
    var product = (next() >>> 32) * bound;
    var low = product & 0xffff_ffffL;
    if (low < bound) {
      // The first 2^32 modulo bound values of `low` would make some results likelier than others.
      var unfair = (1L << 32) % bound;
      while (low < unfair) {
        product = (next() >>> 32) * bound;
        low = product & 0xffff_ffffL;
      }
    }
    return (int) (product >>> 32);
  }

  @Override
  public long bits(int count) {
    Bounds.requireCount(count);
    return count == 0 ? 0 : next() >>> (Long.SIZE - count);
  }

  private long next() {
    var result = Long.rotateLeft(s0 + s3, 23) + s0;
    var t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }
}
