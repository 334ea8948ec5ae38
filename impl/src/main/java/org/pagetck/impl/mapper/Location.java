package org.pagetck.impl.mapper;

import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.entry.EntryFlags;

/// Where an address leads.
///
/// @param frame the frame of the page that it lies in
/// @param offset how many bytes into it
/// @param flags the leaf's flags, without HUGE_PAGE
public record Location(PhysFrame frame, long offset, EntryFlags flags) {
  /// Returns the physical address.
  public PhysAddr address() {
    return new PhysAddr(frame.start().bits() + offset);
  }
}
