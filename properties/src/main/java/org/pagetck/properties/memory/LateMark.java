package org.pagetck.properties.memory;

/// A processor that uses an entry at the worst moment: when the mapper has read it and is about to
/// store to it. Marks that are set then, ACCESSED and DIRTY, are lost unless the store is an
/// exchange.
public final class LateMark {
  private static final long PRESENT = 1;

  private long address = -1;
  private long marks;
  private boolean happened;

  /// Creates one that does nothing.
  public LateMark() {}

  /// Makes it set `marks` in the entry at `entry` before the next store to that, if it is present.
  public void await(long entry, long marks) {
    this.address = entry;
    this.marks = marks;
    this.happened = false;
  }

  /// Makes it do nothing; tells whether it set its marks.
  public boolean end() {
    address = -1;
    return happened;
  }

  /// Tells whether something happens before a store to `entry`.
  boolean isAwaiting(long entry) {
    return entry == address;
  }

  /// Returns what stands in the entry, which held `word`, when the store comes.
  long mark(long word) {
    address = -1;
    if ((word & PRESENT) == 0) {
      return word;
    }
    happened = true;
    return word | marks;
  }
}
