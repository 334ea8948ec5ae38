package org.pagetck.properties.shrink;

import org.pagetck.model.trace.Trace;
import org.pagetck.model.verdict.Minimality;

/// What came of shrinking.
///
/// @param trace the smallest trace that was found; it fails alike, at its last line
/// @param minimality how small it is known to be
/// @param runs how many traces were run
public record Shrunk(Trace trace, Minimality minimality, long runs) {
  /// Tells whether a last pass over every step found nothing smaller; if not, the budget ended
  /// first.
  public boolean certified() {
    return minimality.certified();
  }
}
