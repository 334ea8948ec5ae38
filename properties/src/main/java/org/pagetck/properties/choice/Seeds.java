package org.pagetck.properties.choice;

/// Arithmetic of seeds.
public final class Seeds {
  /// 2^64 divided by the golden ratio, odd: the step of SplitMix64 (Steele, Lea, Flood: "Fast
  /// Splittable Pseudorandom Number Generators", OOPSLA 2014).
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private Seeds() {}

  /// Returns the seed of part `index` of what `seed` stands for. Different parts have different
  /// seeds, and parts of different wholes have nothing in common.
  public static long mix(long seed, long index) {
    return scramble(scramble(seed + STEP) + index * STEP);
  }

  /// Spreads the bits of `bits`: a bijection (variant 13 of David Stafford's mixers for
  /// MurmurHash3).
  static long scramble(long bits) {
    var a = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    var b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
