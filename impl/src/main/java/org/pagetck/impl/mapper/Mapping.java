package org.pagetck.impl.mapper;

import org.pagetck.model.address.PhysFrame;
import org.pagetck.model.entry.EntryFlags;

/// What a page is mapped to.
///
/// @param frame the frame, of the page's size
/// @param flags the leaf's flags, without HUGE_PAGE
public record Mapping(PhysFrame frame, EntryFlags flags) {}
