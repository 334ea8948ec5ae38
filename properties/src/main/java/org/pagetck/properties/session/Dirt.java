package org.pagetck.properties.session;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.trace.FrameContents;

/// What frames hold when they are handed out. No entry of dirt is 0, so that each one that is left
/// behind shows.
final class Dirt {
  private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

  private final long[] words = new long[Levels.ENTRY_COUNT];

  /// Makes the contents for a memory of `frameCount` frames from `start`.
  Dirt(FrameContents contents, long seed, long start, int frameCount) {
    for (var index = 0; index < words.length; index++) {
      words[index] =
          switch (contents) {
            case ZEROED -> 0;
            case ONES -> -1;
            case DIRTY -> plausible(mixed(seed + index * GOLDEN), start, frameCount);
          };
    }
  }

  private static long mixed(long value) {
    var mixed = (value ^ value >>> 30) * 0xbf58_476d_1ce4_e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d0_49bb_1331_11ebL;
    return mixed ^ mixed >>> 31;
  }

  /// Returns an entry such as an old table holds: a link, a leaf, a huge leaf, a marker.
  private static long plausible(long random, long start, int frameCount) {
    var frame = start + Math.floorMod(random >>> 8, frameCount) * (long) Levels.TABLE_BYTES;
    var rights = EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER;
    return switch ((int) (random & 7)) {
      case 0, 1, 2 -> frame | rights;
      case 3 -> frame | EntryFlags.PRESENT | EntryFlags.ACCESSED | EntryFlags.DIRTY;
      case 4 -> (frame & -(1L << 30)) | rights | EntryFlags.HUGE_PAGE;
      case 5 -> frame | EntryFlags.WRITABLE;
      case 6 -> random | (1L << 9);
      default -> (frame & -(1L << 21)) | rights | EntryFlags.HUGE_PAGE | EntryFlags.NO_EXECUTE;
    };
  }

  long[] words() {
    return words;
  }
}
