package org.pagetck.properties.session;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.WalkWord;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.LongBag;
import org.pagetck.properties.observation.StepObservation;

/// Judges calls over bytes that no mapper wrote (ROB-06): they end, stay in bounds, store only on
/// their path, and translate what hardware translates.
final class ArbitraryBytes {
  private final SpaceRules rules;
  private final TableBytes bytes;
  private final long root;
  private final PageWalk walk;
  private final LongBag path = new LongBag();

  ArbitraryBytes(SpaceRules rules, TableBytes bytes, long root) {
    this.rules = rules;
    this.bytes = bytes;
    this.root = root;
    var format = rules.format();
    this.walk =
        new PageWalk(new PagingMode(rules.levels(), format.physicalWidth(), format.noExecute()));
  }

  /// Notes the entries on the path of `operation` before it is called.
  void begin(Operation operation) {
    path.clear();
    switch (operation) {
      case Operation.OnPage call -> descend(call.page());
      case Operation.Translate call -> descend(call.address());
      case Operation.SetTableFlags call -> descend(call.address());
      case Operation.CleanUp _ -> {}
    }
  }

  private void descend(long address) {
    var frame = root;
    for (var level = rules.levels(); level >= 1; level--) {
      var at = frame + (long) Levels.index(address, level) * Levels.ENTRY_BYTES;
      path.add(at);
      var word = bytes.load(at);
      if (rules.format().stateOf(level, word) != SlotState.LINK) {
        return;
      }
      frame = EntryWord.linkAddress(word);
    }
  }

  void judge(StepObservation seen, Verdicts verdicts) {
    verdicts.exercise(Requirement.ROB_06);
    if (seen.given() instanceof Outcome.Failed failed) {
      verdicts.accuse(
          Requirement.ROB_06,
          "a call over arbitrary bytes: " + word(failed),
          "given %s".formatted(OutcomeText.print(seen.given())));
      return;
    }
    for (var i = 0; i < seen.changes().count(); i++) {
      var at = seen.changes().address(i);
      if (!path.contains(at)) {
        verdicts.accuse(
            Requirement.ROB_06,
            "a call over arbitrary bytes stores off its path",
            "0x%x held 0x%x, now 0x%x".formatted(at, seen.changes().before(i), bytes.load(at)));
      }
    }
    if (seen.operation() instanceof Operation.Translate(long address)) {
      translate(address, seen.given(), verdicts);
    }
  }

  private static String word(Outcome.Failed failed) {
    return switch (failed) {
      case Outcome.Panicked _ -> "given panic";
      case Outcome.Wild _ -> "given wild";
      case Outcome.Crashed _ -> "given crash";
      case Outcome.Hung _ -> "given no answer";
      case Outcome.Garbled _ -> "given garbled";
    };
  }

  /// A mapping that hardware would use is given, and none that it would not. Links that lead
  /// outside the memory are malformed, whatever hardware would read there.
  private void translate(long address, Outcome given, Verdicts verdicts) {
    var found = walk.walk(at -> bytes.isWord(at) ? bytes.load(at) : 0, root, address);
    var agrees =
        switch (given) {
          case Outcome.Translated(var _, long frame, long offset, var _) ->
              WalkWord.isLeaf(found) && WalkWord.physicalAddress(found, address) == frame + offset;
          case Outcome.Refused(Refusal _) -> !WalkWord.isLeaf(found);
          case Outcome.Done _,
              Outcome.Removed _,
              Outcome.RemovedReserved _,
              Outcome.Found _,
              Outcome.Unsupported _,
              Outcome.Failed _ ->
              false;
        };
    if (!agrees) {
      verdicts.accuse(
          Requirement.ROB_06,
          "translate over arbitrary bytes differs from hardware",
          "given %s, hardware %s"
              .formatted(
                  OutcomeText.print(given),
                  WalkWord.isLeaf(found)
                      ? "reads 0x%x".formatted(WalkWord.physicalAddress(found, address))
                      : "faults at level %d".formatted(WalkWord.level(found))));
    }
  }
}
