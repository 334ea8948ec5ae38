package org.pagetck.model.paging;

import java.util.List;
import java.util.stream.IntStream;

/// The control settings that decide what a processor allows on a page that it has found. Protection
/// keys, shadow stacks and LASS are off.
///
/// Source: Intel SDM vol. 3, "Paging Modes and Control Bits".
///
/// @param writeProtect CR0.WP: the supervisor too may not write to read-only pages
/// @param smep CR4.SMEP: the supervisor may not fetch from user pages
/// @param smap CR4.SMAP: the supervisor may not read or write user pages, unless `alignmentCheck`
/// @param alignmentCheck RFLAGS.AC: lifts SMAP for explicit accesses
public record Protection(boolean writeProtect, boolean smep, boolean smap, boolean alignmentCheck) {
  /// CR0.WP alone, as most systems start.
  public static final Protection WRITE_PROTECT = new Protection(true, false, false, false);

  /// How many settings paging tells apart: AC counts under SMAP only.
  public static final int DISTINCT_COUNT = 8;

  private static final List<Protection> DISTINCT =
      IntStream.range(0, DISTINCT_COUNT)
          .mapToObj(i -> new Protection((i & 1) != 0, (i & 2) != 0, (i & 4) != 0, false))
          .toList();

  /// Returns the settings that paging tells apart, each at its [#index].
  public static List<Protection> distinct() {
    return DISTINCT;
  }

  /// Tells whether SMAP is in force.
  public boolean isSmapInForce() {
    return smap && !alignmentCheck;
  }

  /// Returns 0 to 7, the same for settings that allow the same.
  public int index() {
    return (writeProtect ? 1 : 0) | (smep ? 2 : 0) | (isSmapInForce() ? 4 : 0);
  }

  /// Returns the names of the settings that are on, joined by `+`: `WP+SMAP`, or `-`.
  @Override
  public String toString() {
    var text =
        (writeProtect ? "+WP" : "")
            + (smep ? "+SMEP" : "")
            + (smap ? "+SMAP" : "")
            + (alignmentCheck ? "+AC" : "");
    return text.isEmpty() ? "-" : text.substring(1);
  }
}
