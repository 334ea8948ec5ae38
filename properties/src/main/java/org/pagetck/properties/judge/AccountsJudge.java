package org.pagetck.properties.judge;

import org.pagetck.model.contract.Allocation;
import org.pagetck.model.contract.AllocationFailure;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.observation.StepObservation;

/// Judges frames taken and given back, and what a refusal leaves behind.
public final class AccountsJudge implements Judge {
  private final boolean exact;

  /// Whether frames that were taken before another was lacking are given back by the same call.
  private final boolean rollsBack;

  /// Creates it for one contract.
  public AccountsJudge(Contract contract) {
    this.exact = contract.allocation() == Allocation.EXACT;
    this.rollsBack = contract.allocationFailure() == AllocationFailure.ROLLED_BACK;
  }

  @Override
  public void judge(StepObservation seen, Verdicts verdicts) {
    exercise(seen, verdicts);
    var taken = seen.taken().count();
    var net = taken - seen.givenBack().count();
    var owedTaken = seen.hasFailed() ? 0 : seen.step().framesTaken();
    var owedNet = owedTaken - (seen.hasFailed() ? 0 : seen.step().unlinked().size());
    var kind = seen.operation().kind().family().key();
    var exactly = exact && !(rollsBack && MemoryJudge.isWithoutFrame(seen));
    if (isMap(seen) && (net != owedNet || (exactly && taken != owedTaken))) {
      verdicts.accuse(
          Requirement.ALC_01,
          "%s: frames taken".formatted(kind),
          "owed %d frames, took %d and gave back %d"
              .formatted(owedNet, taken, seen.givenBack().count()));
    }
    giveBacks(seen, kind, verdicts);
    if (net != owedNet) {
      var divergence = "%s: frames and tables differ".formatted(kind);
      var evidence =
          "%d frames are owned after the call, %d tables are owed"
              .formatted(seen.tables().ownedCount() + net, seen.owedSpace().tableCount());
      verdicts.accuse(Requirement.ALC_02, divergence, evidence);
      if (MemoryJudge.isRefused(seen)) {
        verdicts.accuse(Requirement.FAL_04, divergence, evidence);
      }
    }
    lost(seen, kind, verdicts);
    tooEarly(seen, kind, verdicts);
  }

  /// ALC-02, FAL-04: a frame that was taken is given back, or holds a table that is linked.
  private static void lost(StepObservation seen, String kind, Verdicts verdicts) {
    var taken = seen.taken();
    for (var i = 0; i < taken.count(); i++) {
      var frame = taken.get(i);
      if (!seen.givenBack().contains(frame) && !NewLinks.leadTo(seen, frame)) {
        var divergence = "%s: a frame is lost".formatted(kind);
        var evidence = "0x%x was taken; it is neither linked nor given back".formatted(frame);
        verdicts.accuse(Requirement.ALC_02, divergence, evidence);
        if (MemoryJudge.isRefused(seen)) {
          verdicts.accuse(Requirement.FAL_04, divergence, evidence);
        }
      }
    }
  }

  private static void exercise(StepObservation seen, Verdicts verdicts) {
    verdicts.exercise(Requirement.ALC_02);
    if (isMap(seen)) {
      verdicts.exercise(Requirement.ALC_01);
    }
    if (MemoryJudge.isRefused(seen)) {
      verdicts.exercise(Requirement.FAL_04);
      if (!MemoryJudge.isWithoutFrame(seen)) {
        verdicts.exercise(Requirement.FAL_05);
      }
    }
  }

  private static boolean isMap(StepObservation seen) {
    return seen.operation() instanceof Operation.AnyMap;
  }

  private static void giveBacks(StepObservation seen, String kind, Verdicts verdicts) {
    var bag = seen.givenBack();
    for (var i = 0; i < bag.count(); i++) {
      var frame = bag.get(i);
      var owned = seen.tables().isOwned(frame) || seen.taken().contains(frame);
      if (!owned || bag.indexOf(frame) < i) {
        verdicts.accuse(
            Requirement.ALC_02,
            "%s: gives back a frame that it does not own".formatted(kind),
            "0x%x".formatted(frame));
      }
    }
  }

  /// FAL-05: a refusal for another reason than frames comes before the first store and, with exact
  /// allocation, before the first frame is taken.
  private void tooEarly(StepObservation seen, String kind, Verdicts verdicts) {
    var refusedEarly =
        seen.hasFailed()
            || (seen.step().owed() instanceof Outcome.Refused(Refusal reason)
                && reason != Refusal.NO_FRAME);
    var took = exact && seen.taken().count() > 0;
    if (refusedEarly && (took || seen.storeCount() > 0) && !isOwedToTouch(seen)) {
      verdicts.accuse(
          Requirement.FAL_05,
          "%s: %s before the tests are over".formatted(kind, took ? "takes frames" : "stores"),
          "%d stores, %d frames taken".formatted(seen.storeCount(), seen.taken().count()));
    }
  }

  /// A call that failed where frames had run out may have made tables before.
  private static boolean isOwedToTouch(StepObservation seen) {
    return seen.hasFailed()
        && seen.step().owed() instanceof Outcome.Refused(Refusal reason)
        && reason == Refusal.NO_FRAME;
  }

  /// Takes over into the map of tables who owns which frame after a step without violation.
  public static void adopt(StepObservation seen) {
    for (var i = 0; i < seen.taken().count(); i++) {
      seen.tables().setOwned(seen.taken().get(i), true);
    }
    for (var i = 0; i < seen.givenBack().count(); i++) {
      seen.tables().setOwned(seen.givenBack().get(i), false);
    }
  }
}
