package org.pagetck.model.mapper;

import java.util.Optional;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Refusal;

/// What a range operation did (FAL-06): the pages of the first `doneBytes` bytes, and none after
/// them. A mapper that undoes what it began says 0. Tables that NO_FRAME leaves, linked and empty,
/// count as nothing done.
///
/// @param doneBytes how far it went, from the start of the range: all of it where it was not
///   refused
/// @param refusal why it went no further, or nothing where it went to the end
/// @param flush what is owed for what was done; a flush of the page means the pages that were done
public record RangeOutcome(long doneBytes, Optional<Refusal> refusal, Flush flush) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if `doneBytes` is negative
  public RangeOutcome {
    if (doneBytes < 0) {
      throw new IllegalArgumentException("negative number of bytes: " + doneBytes);
    }
  }

  /// Returns the outcome of a range of `bytes` bytes that was done to its end.
  public static RangeOutcome done(long bytes, Flush flush) {
    return new RangeOutcome(bytes, Optional.empty(), flush);
  }

  /// Returns the outcome of a range that went `doneBytes` bytes far and was refused there.
  public static RangeOutcome refused(long doneBytes, Refusal reason, Flush flush) {
    return new RangeOutcome(doneBytes, Optional.of(reason), flush);
  }
}
