package org.pagetck.impl.mapper;

import java.util.Optional;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.entry.EntryWord;

/// What software leaves in the slot of a page that is not mapped, such as a guard or the place of
/// the page on a disk. Hardware takes the entry for absent.
///
/// It stands as a RESERVED entry: the kind in BIT_9 to BIT_11, the number where a leaf has its
/// frame.
///
/// @param kind 1 to 7, of the software's choice
/// @param number 0 or more, below 2^40 for a page of 4 KiB, 2^31 for 2 MiB, 2^22 for 1 GiB
public record Marker(int kind, long number) {
  private static final int KIND_SHIFT = 9;
  private static final int KIND_MAX = 7;

  /// Checks the bounds that hold for every size.
  ///
  /// @throws IllegalArgumentException if the kind is not 1 to 7, or the number not 0 to 2^40 - 1
  public Marker {
    if (kind < 1 || kind > KIND_MAX) {
      throw new IllegalArgumentException("kind not 1 to 7: " + kind);
    }
    if (number >>> (PhysAddr.WIDTH_MAX - PageSize.SIZE_4K.shift()) != 0) {
      throw new IllegalArgumentException("no number of a 4 KiB page: " + number);
    }
  }

  /// Returns where the number stands for a page of `size`; past every width where it has no room.
  long frame(PageSize size) {
    var isTooLarge = number >>> (PhysAddr.WIDTH_MAX - size.shift()) != 0;
    return isTooLarge ? -size.bytes() : number << size.shift();
  }

  long flags() {
    return (long) kind << KIND_SHIFT;
  }

  /// Returns the marker that the RESERVED `word` is in the slot of a page of `size`, or nothing
  /// where it is none.
  static Optional<Marker> of(long word, PageSize size) {
    var level = size.leafLevel();
    var number = EntryWord.leafAddress(level, word) >>> size.shift();
    var kind = (int) (word >>> KIND_SHIFT) & KIND_MAX;
    if (kind == 0) {
      return Optional.empty();
    }
    var marker = new Marker(kind, number);
    var owed = EntryWord.leaf(level, marker.frame(size), marker.flags());
    return owed == word ? Optional.of(marker) : Optional.empty();
  }
}
