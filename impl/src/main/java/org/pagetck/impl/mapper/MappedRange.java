package org.pagetck.impl.mapper;

import org.pagetck.model.address.PageRangeInclusive;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.entry.EntryFlags;

/// Adjacent pages of one size that are mapped to adjacent frames alike.
///
/// @param pages the pages
/// @param first the frame of the first of them
/// @param flags their flags, without ACCESSED, DIRTY and HUGE_PAGE
/// @param effective PRESENT, and what all levels together leave them of WRITABLE and USER;
///   NO_EXECUTE where any level has it
public record MappedRange(
    PageRangeInclusive pages, PhysFrame first, EntryFlags flags, EntryFlags effective) {
  /// Returns one line: addresses, number and size of the pages, first frame, flags, and the
  /// effective rights where they are fewer.
  @Override
  public String toString() {
    var asked = EntryFlags.PRESENT | EntryFlags.WRITABLE | EntryFlags.USER | EntryFlags.NO_EXECUTE;
    var rights = effective.bits() == (flags.bits() & asked) ? "" : " (effective " + effective + ")";
    return "0x%016x-0x%016x  %d x %s -> %s  %s%s"
        .formatted(
            pages.start().start().bits(),
            pages.end().last().bits(),
            pages.count(),
            pages.size(),
            first.start(),
            flags,
            rights);
  }
}
