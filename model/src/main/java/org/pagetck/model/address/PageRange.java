package org.pagetck.model.address;

/// The pages from `start` up to, not including, `end`; none where `end` does not come after it.
///
/// The last page of the space cannot be in such a range: that is for [PageRangeInclusive].
///
/// @param start the first page
/// @param end the first page behind them, of the same size and in the same half
public record PageRange(Page start, Page end) implements Pages {
  /// Checks that the pages can be counted.
  ///
  /// @throws IllegalArgumentException if the two differ in size, or the hole lies between them
  public PageRange {
    Sequence.countPages(start, end);
  }

  @Override
  public long count() {
    return Sequence.countPages(start, end);
  }

  /// Returns the same bytes as pages of `smaller` size.
  ///
  /// @throws IllegalArgumentException if that is larger
  public PageRange as(PageSize smaller) {
    if (smaller.compareTo(size()) > 0) {
      throw new IllegalArgumentException("%s is larger than %s".formatted(smaller, size()));
    }
    return new PageRange(new Page(start.start(), smaller), new Page(end.start(), smaller));
  }

  @Override
  public String toString() {
    return "%s..%s".formatted(start, end.start());
  }
}
