package org.pagetck.model.verdict;

/// How small the trace of a finding is known to be.
///
/// @param certified whether a last pass over every step of the shrinker found nothing smaller:
///   without any one line or any two, and with any one argument simpler, it does not fail alike; if
///   not, the budget ended first
/// @param letters how many different lines shorter traces can be made of: those of the finding and
///   what is simpler than them; 0 where that was not asked
/// @param shorter how many shorter traces there are of such lines, [Long#MAX_VALUE] for more
/// @param tried how many of them are known not to fail alike, because they were run, or because
///   what they begin with ended otherwise
/// @param otherwise how many of those that were run violate the same requirement in another way
public record Minimality(boolean certified, int letters, long shorter, long tried, long otherwise) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if more was tried than there is
  public Minimality {
    if (letters < 0 || tried < 0 || otherwise < 0 || tried > shorter || otherwise > tried) {
      throw new IllegalArgumentException(
          "%d letters, %d of %d tried, %d otherwise".formatted(letters, tried, shorter, otherwise));
    }
  }

  /// Returns what is known where shorter traces were not asked for.
  public static Minimality unproven(boolean certified) {
    return new Minimality(certified, 0, 0, 0, 0);
  }

  /// Tells whether every shorter trace was tried.
  public boolean isProven() {
    return certified && letters > 0 && tried == shorter;
  }
}
