package org.pagetck.properties.compare;

import java.util.Optional;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.paging.WalkWord;
import org.pagetck.model.requirement.Requirement;

/// What one call showed on one subject.
///
/// @param operation the call
/// @param stepClass its class, by the subject's own contract
/// @param given the answer
/// @param walk what the hardware walk makes of the address afterwards, as a [WalkWord]; 0 where the
///   bytes are not seen
/// @param frames table frames taken, less those given back; 0 where that is not seen
/// @param seesBytes whether the last two were looked at
/// @param violated the requirement that the subject's own contract says is violated, or nothing
record Sight(
    Operation operation,
    int stepClass,
    Outcome given,
    long walk,
    int frames,
    boolean seesBytes,
    Optional<Requirement> violated) {

  /// Tells whether the answer is that it was done, or found.
  boolean isGranted() {
    return switch (given) {
      case Outcome.Done _,
          Outcome.Removed _,
          Outcome.RemovedReserved _,
          Outcome.Found _,
          Outcome.Translated _ ->
          true;
      case Outcome.Refused _, Outcome.Unsupported _, Outcome.Failed _ -> false;
    };
  }

  /// Returns what the hardware makes of the address in words, without addresses.
  String hardware() {
    if (!WalkWord.isLeaf(walk)) {
      return WalkWord.isReserved(walk) ? "a reserved bit" : "no page";
    }
    return "a page with %s%s, memory type %d"
        .formatted(
            WalkWord.flags(walk) == 0 ? "no flags" : new EntryFlags(WalkWord.flags(walk)),
            WalkWord.isGlobal(walk) ? ", GLOBAL" : "",
            WalkWord.memoryType(walk));
  }
}
