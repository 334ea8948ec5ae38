package org.pagetck.impl.mapper;

import java.util.Optional;
import org.pagetck.model.operation.Refusal;

/// What a range operation did: the first `doneBytes` bytes of the range, and nothing after them.
///
/// @param doneBytes how far it went, from the start of the range
/// @param refusal why it went no further, or nothing where it went to the end
/// @param flush what must be flushed for what was done
public record RangeAnswer(long doneBytes, Optional<Refusal> refusal, RangeFlush flush) {
  /// Tells whether the whole range was done.
  public boolean isDone() {
    return refusal.isEmpty();
  }
}
