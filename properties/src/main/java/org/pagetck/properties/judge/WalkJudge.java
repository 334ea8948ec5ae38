package org.pagetck.properties.judge;

import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.WalkWord;
import org.pagetck.model.paging.WordReader;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.StepObservation;

/// Judges translate against the hardware walk over the same bytes (TRN-02).
public final class WalkJudge implements Judge {
  private final PageWalk walk;
  private final WordReader words;
  private final long root;

  /// Creates it for one trace; words outside the memory read as 0.
  public WalkJudge(SpaceRules rules, TableBytes bytes, long root) {
    var format = rules.format();
    this.walk =
        new PageWalk(new PagingMode(rules.levels(), format.physicalWidth(), format.noExecute()));
    this.words = address -> bytes.isWord(address) ? bytes.load(address) : 0;
    this.root = root;
  }

  @Override
  public void judge(StepObservation seen, Verdicts verdicts) {
    if (seen.operation() instanceof Operation.Translate(long address)) {
      verdicts.exercise(Requirement.TRN_02);
      translate(address, seen.given(), verdicts);
    }
  }

  /// Compares the answer `given` for `address` with the walk.
  void translate(long address, Outcome given, Verdicts verdicts) {
    var found = walk.walk(words, root, address);
    var agrees =
        switch (given) {
          case Outcome.Translated(var _, long frame, long offset, var _) ->
              WalkWord.isLeaf(found) && WalkWord.physicalAddress(found, address) == frame + offset;
          case Outcome.Refused _ -> !WalkWord.isLeaf(found);
          case Outcome.Failed _, Outcome.Unsupported _ -> true;
          case Outcome.Done _, Outcome.Removed _, Outcome.RemovedReserved _, Outcome.Found _ ->
              false;
        };
    if (!agrees) {
      verdicts.accuse(
          Requirement.TRN_02,
          "translate: hardware %s"
              .formatted(WalkWord.isLeaf(found) ? "translates otherwise" : "faults"),
          "given %s, hardware %s".formatted(OutcomeText.print(given), describe(found, address)));
    }
  }

  private static String describe(long found, long address) {
    return WalkWord.isLeaf(found)
        ? "reads 0x%x".formatted(WalkWord.physicalAddress(found, address))
        : "faults at level %d".formatted(WalkWord.level(found));
  }
}
