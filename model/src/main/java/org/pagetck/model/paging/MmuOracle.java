package org.pagetck.model.paging;

import java.util.Optional;

/// An MMU that was opened over a memory and reads the tables in it as they are when it is asked.
/// Not for use by several threads.
///
/// Whoever opens it binds the memory and the mode, so that nothing here depends on what memory is
/// made of. An oracle that is asked over the bytes of a mapper leaves them as they were: the
/// ACCESSED and DIRTY bits that it sets are taken back and told.
public interface MmuOracle extends AutoCloseable {
  /// Returns its name: `unicorn`.
  String name();

  /// Returns the mode that it walks in.
  PagingMode mode();

  /// Returns why `question` cannot be put to it, in words, or nothing where it can.
  Optional<String> unanswerable(MmuQuestion question);

  /// Returns its answer.
  ///
  /// @throws IllegalArgumentException if the question is [#unanswerable]
  /// @throws MmuFailedException if it breaks; it is not to be asked any further then
  MmuAnswer ask(MmuQuestion question);

  /// Returns what it keeps of its walks, or nothing where nobody can tell how long it keeps that.
  default Optional<MmuCache> cache() {
    return Optional.empty();
  }

  /// Ends its use; the memory stays.
  @Override
  void close();
}
