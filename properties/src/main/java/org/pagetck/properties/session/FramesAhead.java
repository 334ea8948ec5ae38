package org.pagetck.properties.session;

import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.Step;

/// What is owed by a mapper that takes frames ahead, and did not get them.
final class FramesAhead {
  private FramesAhead() {}

  /// Returns what is owed: `step`, or what is owed instead where the mapper answers that it could
  /// not take frames ahead and may do so.
  static Step owed(
      AddressSpace space, Operation operation, Step step, int framesLeft, Outcome given) {
    if (!(given instanceof Outcome.Refused(Refusal reason))
        || !isMerged(space, operation, reason, Refusal.NO_FRAME)) {
      return step;
    }
    var isOwedAnyway =
        step.owed() instanceof Outcome.Refused(Refusal owed)
            && owed != Refusal.NO_FRAME
            && isMerged(space, operation, reason, owed);
    return isOwedAnyway ? step : space.withoutFramesAhead(operation, step, framesLeft).orElse(step);
  }

  private static boolean isMerged(
      AddressSpace space, Operation operation, Refusal given, Refusal owed) {
    var vocabulary = space.rules().contract().vocabulary();
    return vocabulary.normalise(operation.kind(), given)
        == vocabulary.normalise(operation.kind(), owed);
  }
}
