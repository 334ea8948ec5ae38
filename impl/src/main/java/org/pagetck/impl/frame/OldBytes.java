package org.pagetck.impl.frame;

import java.util.SplittableRandom;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.trace.FrameContents;

/// Fills a frame with what it may hold when it is handed out.
final class OldBytes {
  private static final long LINK_FLAGS =
      EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER | EntryFlags.ACCESSED;

  private final PhysMemory memory;
  private final FrameContents contents;
  private final SplittableRandom random;

  OldBytes(PhysMemory memory, FrameContents contents, long seed) {
    this.memory = memory;
    this.contents = contents;
    this.random = new SplittableRandom(seed);
  }

  /// Fills the frame at `frame`.
  void fill(long frame) {
    if (contents == FrameContents.ZEROED) {
      memory.zero(frame);
      return;
    }
    for (var slot = frame; slot < frame + Levels.TABLE_BYTES; slot += Levels.ENTRY_BYTES) {
      memory.store(slot, contents == FrameContents.ONES ? -1L : oldEntry());
    }
  }

  /// Draws an entry as an earlier use as a table would have left it: a link into the memory, a
  /// leaf, a larger leaf, a RESERVED entry or nothing.
  private long oldEntry() {
    var address = memory.start() + random.nextLong(memory.sizeBytes());
    return switch (random.nextInt(5)) {
      case 0 -> EntryWord.link(PageSize.SIZE_4K.alignDown(address), LINK_FLAGS);
      case 1 -> EntryWord.leaf(1, PageSize.SIZE_4K.alignDown(address), leafFlags());
      case 2 -> EntryWord.leaf(2, PageSize.SIZE_2M.alignDown(address), leafFlags());
      case 3 -> PageSize.SIZE_4K.alignDown(address) | (leafFlags() & ~EntryFlags.PRESENT);
      default -> 0;
    };
  }

  private long leafFlags() {
    var drawn = random.nextLong() & EntryFlags.ALL;
    return EntryFlags.PRESENT | (drawn & ~(EntryFlags.HUGE_PAGE | EntryFlags.PAT));
  }
}
