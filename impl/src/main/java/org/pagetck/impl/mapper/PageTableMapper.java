package org.pagetck.impl.mapper;

import java.util.Optional;
import org.pagetck.impl.core.AtomicUpdate;
import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.PageParts;
import org.pagetck.impl.core.RangeCore;
import org.pagetck.impl.core.TableTree;
import org.pagetck.model.address.Page;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.address.VirtAddr;
import org.pagetck.model.contract.CleanUpRange;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.FrameAllocator;
import org.pagetck.model.mapper.FrameDeallocator;
import org.pagetck.model.operation.Refusal;

/// What every mapper does, however it reaches its tables. To be used by one thread at a time.
///
/// Nothing that a caller passes makes it throw: what cannot be done is refused with its reason, and
/// a refusal changes nothing, but for [Refusal#NO_FRAME], which leaves the tables that could be had
/// linked and empty for the next call. Links get WRITABLE and USER where a leaf below asks for
/// them.
public abstract sealed class PageTableMapper
    permits MappedPageTable, OffsetPageTable, RecursivePageTable {
  private final MapCore core;
  private final FlushSink flushes;

  PageTableMapper(MapCore core, FlushSink flushes) {
    this.core = core;
    this.flushes = flushes;
  }

  /// Returns the physical address of the top table.
  public abstract PhysAddr root();

  /// Returns the operations over ranges.
  public final RangeOperations ranges() {
    return new RangeOperations(new RangeCore(core), flushes);
  }

  /// Returns what the tables say as a whole.
  public final PageTableTree tree() {
    return new PageTableTree(new TableTree(core));
  }

  final MapCore core() {
    return core;
  }

  final FlushSink flushes() {
    return flushes;
  }

  /// Maps `page` to `frame` with `flags`, taking frames for the tables that are missing. Without
  /// PRESENT it leaves a RESERVED entry, a guard or swap marker that hardware takes for absent.
  ///
  /// A frame of another size than the page's is MISALIGNED; HUGE_PAGE is set by itself and may not
  /// be among the flags.
  public final Answer<MapperFlush> mapTo(
      Page page, PhysFrame frame, EntryFlags flags, FrameAllocator frames) {
    return frame.size() == page.size()
        ? flushing(page, core.map(start(page), page.size(), start(frame), flags.bits(), frames))
        : misaligned();
  }

  /// Maps like [#mapTo]; new links get exactly `tableFlags` and PRESENT, existing ones gain
  /// WRITABLE and USER of them. HUGE_PAGE, PAT and GLOBAL may not be among the table flags.
  public final Answer<MapperFlush> mapToWithTableFlags(
      Page page, PhysFrame frame, EntryFlags flags, EntryFlags tableFlags, FrameAllocator frames) {
    return frame.size() == page.size()
        ? flushing(
            page,
            core.mapWithTableFlags(
                start(page), page.size(), start(frame), flags.bits(), tableFlags.bits(), frames))
        : misaligned();
  }

  /// Maps the page that has the same address as `frame` to it.
  public final Answer<MapperFlush> identityMap(
      PhysFrame frame, EntryFlags flags, FrameAllocator frames) {
    return mapTo(new Page(new VirtAddr(start(frame)), frame.size()), frame, flags, frames);
  }

  /// Removes the mapping of `page`. No table is given back: that is [#cleanUp].
  public final Answer<Removed> unmap(Page page) {
    return core.unmap(start(page), page.size()) ? new Answer.Done<>(removed(page)) : refused();
  }

  /// Replaces the flags of `page`, mapped or RESERVED; its frame stays. Links gain the rights that
  /// the new flags need.
  ///
  /// No flush is asked for where ACCESSED, DIRTY, GLOBAL or ignored bits alone changed: whoever
  /// clears DIRTY to see the next write flushes by his own choice.
  public final Answer<MapperFlush> updateFlags(Page page, EntryFlags flags) {
    return flushing(page, core.updateFlags(start(page), page.size(), flags.bits()));
  }

  /// Returns what `page` is mapped to by a leaf of its size.
  public final Answer<Mapping> translatePage(Page page) {
    return core.translatePage(start(page), page.size())
        ? new Answer.Done<>(mapping(page.size()))
        : refused();
  }

  /// Returns where `address` leads, by a leaf of any size.
  public final Answer<Location> translate(VirtAddr address) {
    if (!core.translate(address.bits())) {
      return refused();
    }
    var mapping = mapping(PageSize.all().get(core.decidingLevel() - 1));
    return new Answer.Done<>(new Location(mapping.frame(), core.offset(), mapping.flags()));
  }

  /// Returns the physical address that `address` translates to, or nothing.
  public final Optional<PhysAddr> translateAddr(VirtAddr address) {
    return core.translate(address.bits())
        ? Optional.of(new PhysAddr(core.frame() + core.offset()))
        : Optional.empty();
  }

  /// Returns what all levels together leave the page of `address`: PRESENT, WRITABLE and USER where
  /// every level has them, NO_EXECUTE where any has.
  public final Answer<EntryFlags> effectiveFlags(VirtAddr address) {
    return core.translate(address.bits())
        ? new Answer.Done<>(
            new EntryFlags(new TableTree(core).effective(address.bits(), core.decidingLevel())))
        : refused();
  }

  /// Leaves `marker` in the slot of `page`, which must be empty. OUT_OF_RANGE where its number is
  /// too large for a page of this size. [#clear] removes it.
  public final Answer<MapperFlush> mark(Page page, Marker marker, FrameAllocator frames) {
    var frame = marker.frame(page.size());
    return flushing(page, core.map(start(page), page.size(), frame, marker.flags(), frames));
  }

  /// Returns the marker in the slot of `page`, or nothing where there is none.
  public final Optional<Marker> markerAt(Page page) {
    var word = new TableTree(core).reservedAt(start(page), page.size().leafLevel());
    return word == 0 ? Optional.empty() : Marker.of(word, page.size());
  }

  /// Replaces the flags of a mapped `page` like [#updateFlags], but keeps ACCESSED and DIRTY, also
  /// those that a processor sets meanwhile. INVALID_FLAGS without PRESENT.
  public final Answer<MapperFlush> updateFlagsKeepingMarks(Page page, EntryFlags flags) {
    var update = new AtomicUpdate(core);
    return update.update(start(page), page.size(), flags.bits())
        ? new Answer.Done<>(new MapperFlush(page, update.flush(), flushes))
        : refused();
  }

  /// Clears ACCESSED and DIRTY, as far as `marks` has them, in the leaf of `page`, and returns what
  /// it was mapped to before. None that a processor sets meanwhile is lost.
  public final Answer<Removed> takeMarks(Page page, EntryFlags marks) {
    var update = new AtomicUpdate(core);
    return update.takeMarks(start(page), page.size(), marks.bits())
        ? new Answer.Done<>(
            new Removed(mapping(page.size()), new MapperFlush(page, update.flush(), flushes)))
        : refused();
  }

  /// Splits the large `page` into 512 smaller ones that are mapped alike; returns how many tables
  /// that took: 1. It flushes; the pages are absent for a moment.
  public final Answer<Integer> split(Page page, FrameAllocator frames) {
    return new PageParts(core).split(start(page), page.size(), frames, flushes)
        ? new Answer.Done<>(1)
        : refused();
  }

  /// Makes the 512 smaller pages in the place of `page` one; returns how many tables that gave
  /// back:
  /// 1. TABLE_ENTRY where they are not mapped alike to adjacent frames from an aligned one. It
  ///    flushes; the pages are absent for a moment.
  public final Answer<Integer> join(Page page, FrameDeallocator frames) {
    return new PageParts(core).join(start(page), page.size(), frames, flushes)
        ? new Answer.Done<>(1)
        : refused();
  }

  /// Removes whatever occupies the slot of `page`, a RESERVED entry too.
  public final Answer<Cleared> clear(Page page) {
    if (!core.clear(start(page), page.size())) {
      return refused();
    }
    return new Answer.Done<>(
        (core.flags() & EntryFlags.PRESENT) == 0
            ? new Cleared.Reserved(core.decidingWord())
            : new Cleared.Page(removed(page)));
  }

  /// Replaces the flags of the link at level 5 on the way to `page`; PRESENT stays. HUGE_PAGE, PAT
  /// and GLOBAL are refused; with four levels it is OUT_OF_RANGE.
  public final Answer<MapperFlushAll> setFlagsP5Entry(Page page, EntryFlags flags) {
    return setTableFlags(page, 5, flags);
  }

  /// Replaces the flags of the link at level 4 on the way to `page`.
  public final Answer<MapperFlushAll> setFlagsP4Entry(Page page, EntryFlags flags) {
    return setTableFlags(page, 4, flags);
  }

  /// Replaces the flags of the link at level 3 on the way to `page`.
  public final Answer<MapperFlushAll> setFlagsP3Entry(Page page, EntryFlags flags) {
    return setTableFlags(page, 3, flags);
  }

  /// Replaces the flags of the link at level 2 on the way to `page`.
  public final Answer<MapperFlushAll> setFlagsP2Entry(Page page, EntryFlags flags) {
    return setTableFlags(page, 2, flags);
  }

  private Answer<MapperFlushAll> setTableFlags(Page page, int level, EntryFlags flags) {
    return core.setTableFlags(start(page), level, flags.bits())
        ? new Answer.Done<>(new MapperFlushAll(core.flush(), flushes))
        : refused();
  }

  /// Gives all empty tables but the root back to `frames`, after flushing; returns how many.
  public final int cleanUp(FrameDeallocator frames) {
    core.cleanUpRange(0, -1L, CleanUpRange.CONTAINED, frames, flushes);
    return core.tableCount();
  }

  /// Gives back the empty tables whose whole span lies between `first` and `last`, both inclusive;
  /// returns how many. Where `first` is above `last` there are none.
  public final Answer<Integer> cleanUpAddrRange(
      VirtAddr first, VirtAddr last, FrameDeallocator frames) {
    return cleanUpAddrRange(first, last, CleanUpRange.CONTAINED, frames);
  }

  /// Gives back the empty tables that `range` counts as lying between `first` and `last`, both
  /// inclusive; returns how many.
  public final Answer<Integer> cleanUpAddrRange(
      VirtAddr first, VirtAddr last, CleanUpRange range, FrameDeallocator frames) {
    return core.cleanUpRange(first.bits(), last.bits(), range, frames, flushes)
        ? new Answer.Done<>(core.tableCount())
        : refused();
  }

  private static long start(Page page) {
    return page.start().bits();
  }

  private static long start(PhysFrame frame) {
    return frame.start().bits();
  }

  private Answer<MapperFlush> flushing(Page page, boolean done) {
    return done ? new Answer.Done<>(new MapperFlush(page, core.flush(), flushes)) : refused();
  }

  private Removed removed(Page page) {
    return new Removed(mapping(page.size()), new MapperFlush(page, core.flush(), flushes));
  }

  private Mapping mapping(PageSize size) {
    var frame = new PhysFrame(new PhysAddr(core.frame()), size);
    return new Mapping(frame, new EntryFlags(core.flags()));
  }

  private <T> Answer<T> refused() {
    return new Answer.Refused<>(core.reason(), core.decidingLevel(), core.decidingWord());
  }

  private static <T> Answer<T> misaligned() {
    return new Answer.Refused<>(Refusal.MISALIGNED, 0, 0);
  }
}
