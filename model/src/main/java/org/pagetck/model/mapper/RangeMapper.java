package org.pagetck.model.mapper;

import org.pagetck.model.entry.EntryFlags;

/// A mapper that offers range operations besides, as the declaration `ranges = yes` promises.
///
/// A range begins at `page` and is `bytes` long; the last one may end at 2^64. A range operation
/// equals the fold of page operations over it, from its start upwards (RNG-01). Each step is made
/// with the largest page that the mapper offers, that fits what is left, whose size divides the
/// addresses, and for which the page operation is not refused; where it is refused for every such
/// size, the refusal for the smallest of them ends the range.
///
/// Where `bytes` is negative or no multiple of the smallest page that the mapper offers, the answer
/// is MISALIGNED, and nothing is done. An empty range is done. What lies past 2^64 is
/// NON_CANONICAL.
public interface RangeMapper extends Mapper {
  /// Maps the range from `page` to as many bytes from `frame` on, with `flags`.
  RangeOutcome mapRange(long page, long bytes, long frame, EntryFlags flags);

  /// Removes the pages of the range.
  RangeOutcome unmapRange(long page, long bytes);

  /// Replaces the flags of the pages of the range.
  RangeOutcome updateRange(long page, long bytes, EntryFlags flags);
}
