package org.pagetck.properties.judge;

import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.NewMappingFlush;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.observation.StepObservation;

/// Judges flushes that were asked for where none was needed (TLB-02).
///
/// None is needed where no link that was there changed and no page lost anything. setTableFlags is
/// owed a full flush whatever it does, and a change of ACCESSED, DIRTY, GLOBAL or ignored bits is
/// neither here nor there.
final class FlushNeed {
  private final Timeline timeline;
  private final boolean pageAllowed;

  FlushNeed(Contract contract, Timeline timeline) {
    this.timeline = timeline;
    this.pageAllowed = contract.newMappingFlush() == NewMappingFlush.PAGE;
  }

  void judge(StepObservation seen, Verdicts verdicts) {
    if (isExempt(seen) || isNeeded()) {
      return;
    }
    verdicts.exercise(Requirement.TLB_02);
    var asked = Flush.askedBy(seen.given());
    var inside = insideCall(seen.log());
    if (asked instanceof Flush.Nothing && inside == 0) {
      return;
    }
    if (inside == 0 && pageAllowed && isNewMapping(seen) && !(asked instanceof Flush.Everything)) {
      verdicts.tolerate(Requirement.TLB_02);
      return;
    }
    verdicts.accuse(
        Requirement.TLB_02,
        "%s: asks for a flush that nothing needs".formatted(seen.operation().kind().family().key()),
        "nothing was to be flushed; the answer asks for %s, %d flushes inside the call"
            .formatted(asked, inside));
  }

  private static boolean isNewMapping(StepObservation seen) {
    return seen.operation() instanceof Operation.AnyMap;
  }

  private static boolean isExempt(StepObservation seen) {
    var refused = seen.given() instanceof Outcome.Refused;
    return switch (seen.operation()) {
      case Operation.SetTableFlags _ -> !refused;
      case Operation.Unmap _ -> !refused && seen.step().decidedBy() != SlotState.LEAF;
      case Operation.AnyMap _,
          Operation.UpdateFlags _,
          Operation.Clear _,
          Operation.CleanUp _,
          Operation.TranslatePage _,
          Operation.Translate _ ->
          false;
    };
  }

  private static int insideCall(EventLog log) {
    var flushes = 0;
    for (var i = 0; i < log.count(); i++) {
      if (log.kind(i) == EventLog.FLUSH) {
        flushes++;
      }
    }
    return flushes;
  }

  private boolean isNeeded() {
    for (var i = 0; i < timeline.visibleCount(); i++) {
      var before = timeline.before(i);
      if ((before & EntryFlags.PRESENT) != 0 && !onlyGrants(i, before)) {
        return true;
      }
    }
    return false;
  }

  /// Tells whether a leaf gained WRITABLE or lost NO_EXECUTE, and nothing else changed.
  private boolean onlyGrants(int index, long before) {
    var after = timeline.after(index);
    var different = before ^ after;
    return timeline.stateBefore(index) == SlotState.LEAF
        && (different & ~(EntryFlags.WRITABLE | EntryFlags.NO_EXECUTE)) == 0
        && (before & EntryFlags.WRITABLE & different) == 0
        && (after & EntryFlags.NO_EXECUTE & different) == 0;
  }
}
