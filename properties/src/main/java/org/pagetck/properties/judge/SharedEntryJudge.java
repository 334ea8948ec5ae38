package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.properties.observation.StepObservation;

/// Judges that the entries of the top table which several address spaces share are neither changed
/// nor freed (FRM-04).
public final class SharedEntryJudge implements Judge {
  private final SpaceRules rules;
  private final long kept;

  /// Creates it for a space by whose rules some entries are shared.
  public SharedEntryJudge(SpaceRules rules) {
    this.rules = rules;
    this.kept = ~rules.contract().linkAdds().bits();
  }

  @Override
  public void judge(StepObservation seen, Verdicts verdicts) {
    if (!seen.step().isRefused() && isBelow(seen.operation())) {
      verdicts.exercise(Requirement.FRM_04);
    }
    var root = seen.tables().usedFrame(0);
    for (var i = 0; i < seen.changes().count(); i++) {
      var at = seen.changes().address(i);
      var place = at - root;
      if (place >= 0
          && place < Levels.TABLE_BYTES
          && isShared((int) place / Levels.ENTRY_BYTES)
          && ((seen.changes().before(i) ^ seen.bytes().load(at)) & kept) != 0) {
        accuse(
            seen,
            verdicts,
            "a shared entry is changed",
            "entry %d of the top table held 0x%x, now 0x%x"
                .formatted(
                    place / Levels.ENTRY_BYTES, seen.changes().before(i), seen.bytes().load(at)));
      }
    }
    for (var i = 0; i < seen.givenBack().count(); i++) {
      var frame = seen.givenBack().get(i);
      if (seen.tables().levelAt(frame) == rules.levels() - 1
          && isShared(Levels.index(seen.tables().virtualOf(frame), rules.levels()))) {
        accuse(
            seen,
            verdicts,
            "the table of a shared entry is given back",
            "frame 0x%x, whose addresses begin at 0x%x"
                .formatted(frame, seen.tables().virtualOf(frame)));
      }
    }
  }

  private static void accuse(
      StepObservation seen, Verdicts verdicts, String what, String evidence) {
    var key = seen.operation().kind().family().key();
    verdicts.accuse(Requirement.FRM_04, "%s: %s".formatted(key, what), evidence);
  }

  private boolean isShared(int index) {
    return rules.contract().sharedEntries().contains(index);
  }

  private boolean isBelow(Operation operation) {
    return switch (operation) {
      case Operation.Translate _, Operation.TranslatePage _ -> false;
      case Operation.OnPage call -> rules.isShared(rules.levels(), call.page());
      case Operation.SetTableFlags call -> rules.isShared(rules.levels(), call.address());
      case Operation.CleanUp _ -> true;
    };
  }
}
