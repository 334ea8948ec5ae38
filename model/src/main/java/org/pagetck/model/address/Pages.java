package org.pagetck.model.address;

import java.util.Iterator;

/// Adjacent pages of one size, ascending, within one half of the address space: no hole lies
/// between them, and every address in them is canonical for as many levels as both ends.
public sealed interface Pages extends Iterable<Page> permits PageRange, PageRangeInclusive {
  /// Returns the first page, where there is one.
  Page start();

  /// Returns how many pages there are.
  long count();

  /// Returns the size of each.
  default PageSize size() {
    return start().size();
  }

  /// Returns how many bytes they cover. A half of the space has 2^56 bytes at most.
  default long bytes() {
    return count() << size().shift();
  }

  /// Tells whether there is none.
  default boolean isEmpty() {
    return count() == 0;
  }

  /// Tells whether `address` lies in one of them.
  default boolean contains(VirtAddr address) {
    return Long.compareUnsigned(address.bits() - start().start().bits(), bytes()) < 0;
  }

  /// Returns the page that comes after `index` others.
  ///
  /// @throws IndexOutOfBoundsException if there are not so many
  default Page get(long index) {
    if (index < 0 || index >= count()) {
      throw new IndexOutOfBoundsException("page %d of %d".formatted(index, count()));
    }
    return new Page(new VirtAddr(start().start().bits() + (index << size().shift())), size());
  }

  /// Returns the pages, ascending.
  @Override
  default Iterator<Page> iterator() {
    return new Sequence<>(count(), this::get).ascending();
  }

  /// Returns the pages, descending.
  default Iterable<Page> descending() {
    return () -> new Sequence<>(count(), this::get).descending();
  }
}
