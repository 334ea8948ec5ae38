package org.pagetck.model.address;

/// The pages from `start` to `end`, both included; none where `end` comes before it.
///
/// @param start the first page
/// @param end the last page, of the same size and in the same half
public record PageRangeInclusive(Page start, Page end) implements Pages {
  /// Checks that the pages can be counted.
  ///
  /// @throws IllegalArgumentException if the two differ in size, or the hole lies between them
  public PageRangeInclusive {
    Sequence.countPages(start, end);
  }

  @Override
  public long count() {
    return start.start().compareTo(end.start()) > 0 ? 0 : Sequence.countPages(start, end) + 1;
  }

  /// Returns the same bytes as pages of `smaller` size.
  ///
  /// @throws IllegalArgumentException if that is larger
  public PageRangeInclusive as(PageSize smaller) {
    if (smaller.compareTo(size()) > 0) {
      throw new IllegalArgumentException("%s is larger than %s".formatted(smaller, size()));
    }
    var first = new Page(start.start(), smaller);
    return isEmpty()
        ? new PageRangeInclusive(first, new Page(end.start(), smaller))
        : new PageRangeInclusive(first, Page.containing(end.last(), smaller));
  }

  @Override
  public String toString() {
    return "%s..=%s".formatted(start, end.start());
  }
}
