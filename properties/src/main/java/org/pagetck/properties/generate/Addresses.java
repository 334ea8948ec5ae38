package org.pagetck.properties.generate;

import java.util.OptionalInt;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.RootIndices;
import org.pagetck.model.contract.VirtualRange;
import org.pagetck.properties.choice.Choices;

/// The addresses of one trace: few indices at each level, so that pages meet, contain one another
/// and share tables; the ends of both halves among them. Some traces crowd one table.
final class Addresses {
  private static final int LOWER_END = 255;
  private static final int UPPER_START = 256;
  private static final int LAST = Levels.ENTRY_COUNT - 1;
  private static final int[] CORNERS = {0, 1, 2, LAST, LAST - 1, LOWER_END, UPPER_START};

  /// One trace in so many has tables of pages with many entries.
  private static final int CROWDED_SHARE = 6;

  private static final int CROWD = 12;

  /// One page in so many lies at an end of a half.
  private static final int END_SHARE = 12;

  private final Choices choices;
  private final int levels;
  private final VirtualRange range;
  private final OptionalInt recursive;
  private final RootIndices shared;
  private final int[][] indices = new int[Levels.ROOT_MAX + 1][];

  /// Draws them for `levels` levels under `contract`. None lies below its recursive slot, where
  /// tables are seen as pages, nor below a shared entry that is not at the end of its run, which
  /// the host does not make.
  Addresses(Choices choices, int levels, Contract contract) {
    var range = contract.virtualRange();
    this.shared = contract.sharedEntries();
    this.choices = choices;
    this.levels = levels;
    this.recursive = contract.recursiveSlot();
    this.range = range;
    var crowdedLevel = choices.oneIn(CROWDED_SHARE) ? 1 + choices.below(2) : 0;
    for (var level = 1; level <= levels; level++) {
      var count = level == crowdedLevel ? CROWD : 1 + choices.below(crowdedLevel > 0 ? 1 : 3);
      indices[level] = new int[count];
      for (var i = 0; i < count; i++) {
        indices[level][i] = index(level, range);
      }
    }
  }

  private int index(int level, VirtualRange range) {
    var index =
        choices.oneIn(4)
            ? choices.below(Levels.ENTRY_COUNT)
            : CORNERS[choices.below(CORNERS.length)];
    if (level < levels) {
      return index;
    }
    var inRange =
        switch (range) {
          case ALL -> index;
          case LOWER -> index & LOWER_END;
          case UPPER -> index | UPPER_START;
        };
    if (isRecursive(inRange)) {
      return inRange ^ 1;
    }
    return isNowhere(inRange) ? shared.ends().get(inRange % shared.ends().size()) : inRange;
  }

  /// Tells whether the root entry for `address` is shared with other address spaces.
  boolean isShared(long address) {
    return shared.contains(Levels.index(address, levels));
  }

  private boolean isAside(int rootIndex) {
    return isRecursive(rootIndex) || isNowhere(rootIndex);
  }

  private boolean isNowhere(int rootIndex) {
    return shared.contains(rootIndex) && !shared.ends().contains(rootIndex);
  }

  private boolean isRecursive(int rootIndex) {
    return recursive.isPresent() && recursive.getAsInt() == rootIndex;
  }

  /// Draws the first address of a page of `size`: now and then one at an end of a half.
  long page(PageSize size) {
    var page = choices.oneIn(END_SHARE) ? end(size) : usual(size);
    return isAside(Levels.index(page, levels)) ? usual(size) : page;
  }

  private long end(PageSize size) {
    var half = 1L << (Levels.virtualBits(levels) - 1);
    var page =
        switch (choices.below(4)) {
          case 0 -> 0;
          case 1 -> half - size.bytes();
          case 2 -> -half;
          default -> -size.bytes();
        };
    return switch (range) {
      case ALL -> page;
      case LOWER -> page & (half - 1);
      case UPPER -> page | -half;
    };
  }

  private long usual(PageSize size) {
    var address = 0L;
    for (var level = levels; level >= size.leafLevel(); level--) {
      var index = indices[level][choices.below(indices[level].length)];
      address |= (long) index << Levels.shift(level);
    }
    return Levels.signExtend(address, levels);
  }

  /// Draws an address: first, inner and last byte of a page, one before and one after it.
  long address() {
    var size = choices.pick(PageSize.all());
    if (choices.oneIn(END_SHARE)) {
      var page = end(size);
      return choices.oneIn(2) ? page : page + size.offsetMask();
    }
    return around(page(size), size);
  }

  /// Draws the same for the `page` of `size`.
  long around(long page, PageSize size) {
    var address =
        switch (choices.below(6)) {
          case 0 -> page;
          case 1 -> page + choices.bits(size.shift());
          case 2 -> page + size.offsetMask();
          case 3 -> page - 1;
          case 4 -> page + size.bytes();
          default -> page + ((choices.bits(9) << 12) & size.offsetMask());
        };
    var isGood = Levels.isCanonical(address, levels) && !isAside(Levels.index(address, levels));
    return isGood ? address : page;
  }

  /// Draws the first address that the slot at `level` covers.
  long slot(int level) {
    var address = page(PageSize.SIZE_4K);
    return Levels.signExtend(
        Levels.significant(address, levels) & -Levels.entrySpan(level), levels);
  }

  /// Draws an address that is not canonical: just beyond the ends of the halves, or far away.
  long nonCanonical(PageSize size) {
    var half = 1L << (Levels.virtualBits(levels) - 1);
    var address =
        switch (choices.below(4)) {
          case 0 -> half;
          case 1 -> -half - size.bytes();
          case 2 -> page(size) ^ (half << 1);
          default -> half + size.alignDown(choices.bits(Levels.virtualBits(levels) - 2));
        };
    return Levels.isCanonical(address, levels) ? half : address;
  }
}
