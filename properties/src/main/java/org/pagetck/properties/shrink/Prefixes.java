package org.pagetck.properties.shrink;

import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.trace.TraceLine;

/// Regions of the address space by their prefixes: at level 1 to the root's the region of one
/// entry, at level 0 a single byte. A prefix is the significant part of an address, shifted down.
final class Prefixes {
  /// The level of single bytes.
  static final int BYTE = 0;

  private Prefixes() {}

  /// Returns how many bits of an address lie below a prefix of `level`.
  static int shift(int level) {
    return level == BYTE ? 0 : Levels.shift(level);
  }

  /// Returns the prefix of the region of `level` that holds `address`.
  static long of(long address, int level, int levels) {
    return Levels.significant(address, levels) >>> shift(level);
  }

  /// Returns the prefixes of all addresses of `lines`, in order of appearance.
  static List<Long> in(List<TraceLine> lines, int level, int levels) {
    return lines.stream()
        .flatMap(line -> LineEdit.addresses(line).stream())
        .map(address -> of(address, level, levels))
        .distinct()
        .toList();
  }

  /// Tells whether `line` has an address in the region.
  static boolean touches(TraceLine line, long prefix, int level, int levels) {
    return LineEdit.addresses(line).stream()
        .anyMatch(address -> of(address, level, levels) == prefix);
  }

  /// Returns `address` moved into the region of `prefix`, to the same place within it. What is not
  /// canonical stays so, by the same bits.
  static long moved(long address, long prefix, int level, int levels) {
    var low = address & ((1L << shift(level)) - 1);
    var beyond = address ^ Levels.signExtend(address, levels);
    return Levels.signExtend((prefix << shift(level)) | low, levels) ^ beyond;
  }
}
