package org.pagetck.impl.mapper;

import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.core.Walk;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.PhysMemory;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;

/// `MappedPageTable` of the Rust crate `x86_64`, versions 0.7.3 to 0.7.7, as it was in 2019: the
/// same answers and the same stores, its defects included. Where it panicked, this throws with its
/// message.
///
/// What its types could not express is UNSUPPORTED: addresses that are not canonical or misaligned,
/// frames past 52 bits, and PAT, which it had no name for.
final class Mapped2019 implements Mapper {
  private static final long NEW_LINK = EntryFlags.PRESENT | EntryFlags.WRITABLE;
  private static final Outcome DONE = new Outcome.Done(Flush.PAGE);

  private final PhysMemory memory;
  private final FrameAllocator frames;
  private final Walk walk;
  private final int levels;

  Mapped2019(TableSpace space, Host host) {
    this.memory = space.memory();
    this.frames = host.frames();
    this.walk = new Walk2019(space);
    this.levels = space.levels();
  }

  @Override
  public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
    if (!isPage(page, size) || !isFrame(frame, size) || flags.hasAny(EntryFlags.PAT)) {
      return Outcome.UNSUPPORTED;
    }
    walkTo(page, size);
    if (walk.word() != 0) {
      return walk.level() > size.leafLevel()
          ? occupiedParent()
          : Outcome.refused(Refusal.ALREADY_MAPPED);
    }
    var slot = walk.slot();
    for (var level = walk.level(); level > size.leafLevel(); level--) {
      var table = frames.allocate();
      if (table == FrameAllocator.NO_FRAME) {
        return Outcome.refused(Refusal.NO_FRAME);
      }
      // The table is reachable before it is empty.
      memory.store(slot, EntryWord.link(table, NEW_LINK));
      memory.zero(table);
      slot = walk.slotIn(table, page, level - 1);
    }
    return insert(slot, frame, size, flags);
  }

  private Outcome occupiedParent() {
    if ((walk.word() & EntryFlags.PRESENT) == 0) {
      throw new IllegalStateException("entry should be mapped at this point");
    }
    return Outcome.refused(Refusal.PARENT_HUGE_PAGE);
  }

  private Outcome insert(long slot, long frame, PageSize size, EntryFlags flags) {
    if (size == PageSize.SIZE_4K && flags.hasAny(EntryFlags.HUGE_PAGE)) {
      throw new IllegalStateException(
          "assertion failed: !flags.contains(PageTableFlags::HUGE_PAGE)");
    }
    return store(slot, frame, size, flags);
  }

  /// Stores address and flags whatever stands in the slot.
  private Outcome store(long slot, long address, PageSize size, EntryFlags flags) {
    var huge = size == PageSize.SIZE_4K ? 0 : EntryFlags.HUGE_PAGE;
    memory.store(slot, address | flags.bits() | huge);
    return DONE;
  }

  @Override
  public Outcome unmap(long page, PageSize size) {
    if (!isPage(page, size)) {
      return Outcome.UNSUPPORTED;
    }
    if (!reaches(page, size)) {
      return unreached();
    }
    if (!has(EntryFlags.PRESENT)) {
      return Outcome.refused(Refusal.NOT_MAPPED);
    }
    // At level 1 the bit is PAT, and counts as HUGE_PAGE all the same.
    if (has(EntryFlags.HUGE_PAGE) == (size == PageSize.SIZE_4K)) {
      return Outcome.refused(Refusal.PARENT_HUGE_PAGE);
    }
    var frame = address();
    if (!size.isAligned(frame)) {
      return Outcome.refused(Refusal.INVALID_FRAME_ADDRESS);
    }
    memory.store(walk.slot(), 0);
    return new Outcome.Removed(frame, EntryFlags.NONE, Flush.PAGE);
  }

  @Override
  public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
    if (!isPage(page, size) || flags.hasAny(EntryFlags.PAT)) {
      return Outcome.UNSUPPORTED;
    }
    if (!reaches(page, size)) {
      return unreached();
    }
    return walk.word() == 0
        ? Outcome.refused(Refusal.NOT_MAPPED)
        : store(walk.slot(), address(), size, flags);
  }

  @Override
  public Outcome translatePage(long page, PageSize size) {
    if (!isPage(page, size)) {
      return Outcome.UNSUPPORTED;
    }
    if (!reaches(page, size)) {
      return unreached();
    }
    if (walk.word() == 0) {
      return Outcome.refused(Refusal.NOT_MAPPED);
    }
    return size.isAligned(address())
        ? new Outcome.Found(address(), EntryFlags.NONE)
        : Outcome.refused(Refusal.INVALID_FRAME_ADDRESS);
  }

  @Override
  public Outcome translate(long address) {
    if (!Levels.isCanonical(address, levels)) {
      return Outcome.UNSUPPORTED;
    }
    walk.to(address, 1);
    // At level 1 any entry in use counts, above only a present one.
    if (walk.word() == 0 || (walk.level() > 1 && !has(EntryFlags.PRESENT))) {
      return Outcome.refused(Refusal.NOT_MAPPED);
    }
    if (walk.level() == levels) {
      throw new IllegalStateException("level 4 entry has huge page bit set");
    }
    var size = PageSize.all().get(walk.level() - 1);
    return new Outcome.Translated(
        size, size.alignDown(address()), address & size.offsetMask(), EntryFlags.NONE);
  }

  private boolean isPage(long page, PageSize size) {
    return Levels.isCanonical(page, levels) && size.isAligned(page);
  }

  private static boolean isFrame(long frame, PageSize size) {
    return size.isAligned(frame) && (frame & ~EntryWord.ADDRESS_MASK) == 0;
  }

  private void walkTo(long page, PageSize size) {
    walk.to(page, size.leafLevel());
  }

  private boolean reaches(long page, PageSize size) {
    walkTo(page, size);
    return walk.level() == size.leafLevel();
  }

  /// Names the cause where an entry above the page's leads nowhere.
  private Outcome unreached() {
    return Outcome.refused(has(EntryFlags.PRESENT) ? Refusal.PARENT_HUGE_PAGE : Refusal.NOT_MAPPED);
  }

  private boolean has(long flag) {
    return (walk.word() & flag) != 0;
  }

  /// Returns bits 12 to 51 of the entry, PAT of a huge leaf among them.
  private long address() {
    return walk.word() & EntryWord.ADDRESS_MASK;
  }
}
