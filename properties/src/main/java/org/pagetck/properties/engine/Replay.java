package org.pagetck.properties.engine;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.verdict.Evidence;

/// What became of one trace.
///
/// @param requirement the primary requirement that it violates, or nothing
/// @param also the others that the same step violates
/// @param title the defect in one sentence, empty where nothing is violated
/// @param isMiss whether only a should was not kept
/// @param step the number of the failing line, from 0; the number of lines where nothing is
///   violated
/// @param fingerprint of the trace as it stands, empty where nothing is violated
/// @param evidence owed and given, line by line, and what the last call did
public record Replay(
    Optional<Requirement> requirement,
    List<Requirement> also,
    String title,
    boolean isMiss,
    int step,
    String fingerprint,
    Evidence evidence) {
  /// Copies the list.
  public Replay {
    also = List.copyOf(also);
  }
}
