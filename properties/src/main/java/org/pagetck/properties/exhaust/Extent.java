package org.pagetck.properties.exhaust;

import java.util.List;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;

/// What a universe is made of, before a contract takes out what the mapper does not offer.
///
/// @param pages the pages that are mapped, unmapped, changed and looked up
/// @param flags the flags that leaves get
/// @param absentFlags flags without PRESENT that leaves get; they are passed with frame 0
/// @param badFlags flags that are refused
/// @param tables what is done to links
/// @param host what the host and its processors do
/// @param ranges the ranges that are cleaned up
record Extent(
    List<Place> pages,
    List<EntryFlags> flags,
    AbsentFlags absentFlags,
    List<EntryFlags> badFlags,
    Tables tables,
    Host host,
    List<Range> ranges) {
  /// A page by its first address, and the frames that it is mapped to.
  record Place(long page, PageSize size, List<Long> frames) {
    Place {
      frames = List.copyOf(frames);
    }
  }

  /// Flags that leave a RESERVED entry.
  ///
  /// @param mapped those that pages are mapped with
  /// @param updated those that they are changed to
  record AbsentFlags(List<EntryFlags> mapped, List<EntryFlags> updated) {}

  /// What is done to links.
  ///
  /// @param flags the flags that they are given
  /// @param set the pages on whose path links are set
  /// @param mapped the pages that are mapped with flags for their links
  record Tables(List<EntryFlags> flags, List<Place> set, List<Place> mapped) {}

  /// What the host and its processors do.
  ///
  /// @param planted the pages on whose path entries are planted
  /// @param accessed the pages that are accessed
  record Host(List<Place> planted, List<Place> accessed) {}

  /// Addresses, both inclusive.
  record Range(long first, long last) {}
}
