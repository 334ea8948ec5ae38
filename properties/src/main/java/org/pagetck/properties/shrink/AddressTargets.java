package org.pagetck.properties.shrink;

import java.util.List;
import java.util.TreeSet;
import org.pagetck.model.address.Levels;

/// Where a region may be moved to: lower places, the lowest first.
final class AddressTargets {
  private static final int SMALL = 4;
  private static final int INDEX_BITS = 9;
  private static final int OFFSET_BITS = Levels.shift(1);

  /// Neighbours of other regions are tried in traces with at most so many.
  private static final int NEIGHBOURS_MAX = 12;

  private final long prefix;
  private final TreeSet<Long> targets = new TreeSet<>();

  private AddressTargets(long prefix) {
    this.prefix = prefix;
  }

  /// Returns the targets for `prefix` at `level`, given the prefixes of all regions there.
  static List<Long> of(long prefix, int level, int levels, List<Long> all) {
    var targets = new AddressTargets(prefix);
    for (var small = 0; small < SMALL; small++) {
      targets.add(small);
    }
    var shift = 0;
    if (level == Prefixes.BYTE) {
      targets.addParts(0, OFFSET_BITS);
      shift = OFFSET_BITS;
    }
    for (var part = Math.max(level, 1); part <= levels; part++) {
      targets.addParts(shift, INDEX_BITS);
      targets.addNeighbours(shift, all);
      shift += INDEX_BITS;
    }
    return List.copyOf(targets.targets);
  }

  /// Adds the prefix with the `width` bits from `shift` made smaller, and with all other bits 0.
  private void addParts(int shift, int width) {
    var mask = (1L << width) - 1;
    var part = (prefix >>> shift) & mask;
    var rest = prefix & ~(mask << shift);
    for (var step = 0; part >>> step > 0; step++) {
      add(rest | ((part - (part >>> step)) << shift));
    }
    add(rest | (1L << shift));
    add(part << shift);
    add(1L << shift);
    add(2L << shift);
    add(rest & -(1L << shift));
    add(rest & ((1L << shift) - 1));
    // A step down the tables: 1 in a lower part in place of this one.
    for (var lower = 0; lower < shift; lower += lower == 0 ? OFFSET_BITS : INDEX_BITS) {
      add((rest & -(1L << shift)) | (1L << lower));
    }
  }

  private void addNeighbours(int shift, List<Long> all) {
    if (all.size() <= NEIGHBOURS_MAX) {
      for (var other : all) {
        add(other);
        add(other + (1L << shift));
        add(other - (1L << shift));
      }
    }
  }

  private void add(long target) {
    if (target >= 0 && target < prefix) {
      targets.add(target);
    }
  }
}
