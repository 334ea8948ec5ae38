package org.pagetck.impl.machine;

import java.util.Arrays;

/// A copy of a memory, compared by contents.
public final class Bytes {
  private final long[] words;

  Bytes(long[] words) {
    this.words = words;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return "bytes %08x".formatted(hashCode());
  }
}
