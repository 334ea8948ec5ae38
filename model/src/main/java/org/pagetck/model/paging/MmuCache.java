package org.pagetck.model.paging;

/// What an MMU keeps of its walks, where it keeps it dependably: until it is asked something else,
/// and whatever happens to the tables meanwhile.
public interface MmuCache {
  /// Forgets everything, lets the MMU make the access, and keeps what its walk found.
  ///
  /// @return what it answers
  /// @throws IllegalArgumentException if the question is unanswerable
  /// @throws MmuFailedException if it breaks
  MmuAnswer warm(MmuQuestion question);

  /// Lets it make the access of the last [#warm] again, by what is kept of that.
  ///
  /// @param reload whether CR3 is loaded anew before, as a flush of everything does that spares
  ///   global pages
  /// @return what it answers; it walks anew where nothing is kept
  /// @throws MmuFailedException if it breaks
  MmuAnswer again(MmuQuestion question, boolean reload);
}
