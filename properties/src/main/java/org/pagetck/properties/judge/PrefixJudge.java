package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.observation.LongBag;
import org.pagetck.properties.observation.StepObservation;

/// Judges what walks find between the stores of one step (ORD-02, CON-02), also walks that read
/// their levels at different moments, unless a flush that covers their address comes in between.
///
/// A step changes entries on few paths. What hangs below a changed entry, but below no deeper
/// changed one, is first taken for one unchanged table: where walks agree on that, they agree on
/// every page in it, since unchanged entries take the same rights from both. Only if not, the pages
/// are looked at one by one.
final class PrefixJudge {
  private final Timeline timeline;
  private final StepFlushes flushes;
  private final SkewedWalk walk;
  private final LeavesBelow leaves;

  PrefixJudge(Timeline timeline, StepFlushes flushes, SkewedWalk walk, LeavesBelow leaves) {
    this.timeline = timeline;
    this.flushes = flushes;
    this.walk = walk;
    this.leaves = leaves;
  }

  void judge(StepObservation seen, Verdicts verdicts) {
    if (seen.unzeroedTable() >= 0
        && (seen.unzeroedWord() & EntryFlags.PRESENT) != 0
        && seen.bytes().load(seen.unzeroedEntry()) != seen.unzeroedWord()) {
      accuse(
          seen,
          "shows a walk old entries of a new table",
          "0x%x holds 0x%x when its table is linked"
              .formatted(seen.unzeroedEntry(), seen.unzeroedWord()),
          verdicts);
    }
    if (timeline.visibleCount() < 2) {
      return;
    }
    verdicts.exercise(Requirement.ORD_02);
    verdicts.exercise(Requirement.CON_02);
    if (target(seen) instanceof Operation.OnPage call) {
      examine(seen, call.page(), true, verdicts);
    }
    for (var i = 0; i < timeline.visibleCount() && !verdicts.hasViolations(); i++) {
      if (!timeline.isRepeated(i) && !isTarget(seen, i)) {
        others(seen, i, verdicts);
      }
    }
  }

  /// Returns the operation where it has a page of its own.
  private static Operation target(StepObservation seen) {
    var levels = seen.before().rules().levels();
    return seen.operation() instanceof Operation.OnPage call
            && Levels.isCanonical(call.page(), levels)
        ? seen.operation()
        : new Operation.CleanUp(0, 0);
  }

  private boolean isTarget(StepObservation seen, int index) {
    return seen.operation() instanceof Operation.OnPage call
        && timeline.covers(index, call.page())
        && (timeline.level(index) <= call.size().leafLevel()
            || timeline.stateBefore(index) == SlotState.LEAF);
  }

  /// Judges what hangs below the entry of visible store `index`.
  private void others(StepObservation seen, int index, Verdicts verdicts) {
    var base = timeline.base(index);
    var isPart = isPart(seen, base);
    if (agree(base, timeline.level(index), isPart) < 0) {
      return;
    }
    if (timeline.stateBefore(index) == SlotState.LEAF) {
      examine(seen, base, isPart, verdicts);
    }
    for (var i = index; i < timeline.visibleCount(); i++) {
      if (timeline.address(i) == timeline.address(index)) {
        pages(seen, i, timeline.before(i), verdicts);
      }
    }
    pages(seen, index, seen.bytes().load(timeline.address(index)), verdicts);
  }

  /// Judges each page below the table that `word`, in the entry of visible store `index`, leads to.
  private void pages(StepObservation seen, int index, long word, Verdicts verdicts) {
    var level = timeline.level(index);
    if (timeline.format().stateOf(level, word) != SlotState.LINK) {
      return;
    }
    leaves.visit(
        EntryWord.linkAddress(word),
        level - 1,
        timeline.base(index),
        (address, leafLevel) -> {
          if (!isOwn(seen, address, leafLevel)) {
            examine(seen, address, isPart(seen, address), verdicts);
          }
          return !verdicts.hasViolations();
        });
  }

  /// Tells whether `address` lies in the larger page that the operation names a part of. That is
  /// its own as a whole.
  private static boolean isPart(StepObservation seen, long address) {
    return seen.operation() instanceof Operation.OnPage call
        && seen.step().decidedBy() == SlotState.LEAF
        && seen.step().decidedAt() > call.size().leafLevel()
        && isOwn(seen, address, seen.step().decidedAt());
  }

  private static boolean isOwn(StepObservation seen, long address, int level) {
    return seen.operation() instanceof Operation.OnPage call
        && (Levels.significant(call.page() ^ address, seen.before().rules().levels())
                >>> Levels.shift(level))
            == 0;
  }

  private void examine(StepObservation seen, long address, boolean own, Verdicts verdicts) {
    var window = agree(address, 0, own);
    if (window >= 0) {
      var old = walk.sight(address, 0);
      var now = walk.sight(address, timeline.end());
      accuse(
          seen,
          own
              ? "shows a walk of its page neither old nor new"
              : "shows a walk of another address neither old nor new",
          "a walk of 0x%x finds %s between the stores; before them %s, after them %s"
              .formatted(
                  address, Sight.describe(offending), Sight.describe(old), Sight.describe(now)),
          verdicts);
    }
  }

  private long offending;

  /// Looks at the walks of `address` between the flushes that cover it. Returns the time at which
  /// those begin that find what they must not, or -1; [#offending] is what they find.
  private int agree(long address, int stopLevel, boolean own) {
    var old = walk.sight(address, 0, stopLevel);
    var now = walk.sight(address, timeline.end(), stopLevel);
    for (var from = 0; from <= timeline.end(); ) {
      var to = nextFlush(address, from);
      var sights = walk.sights(address, from, to, stopLevel);
      if (!areAllowed(sights, address, Sight.at(old, address), Sight.at(now, address), own)) {
        return from;
      }
      from = to == timeline.end() ? to + 1 : to;
    }
    return -1;
  }

  /// Returns the time of the first flush after `from` that covers `address`, or the end.
  private int nextFlush(long address, int from) {
    var next = timeline.end();
    for (var i = 0; i < flushes.count(); i++) {
      var time = flushes.time(i);
      if (time > from && time < next && flushes.touches(i, address, 1)) {
        next = time;
      }
    }
    return next;
  }

  private boolean areAllowed(LongBag sights, long address, long old, long now, boolean own) {
    for (var i = 0; i < sights.count(); i++) {
      var sight = Sight.at(sights.get(i), address);
      var allowed =
          own
              ? sight == Sight.ABSENT || Sight.same(sight, old) || Sight.isWithin(sight, now)
              : Sight.isBetween(sight, old, now);
      if (!allowed) {
        offending = sights.get(i);
        return false;
      }
    }
    return true;
  }

  private static void accuse(
      StepObservation seen, String what, String evidence, Verdicts verdicts) {
    var divergence = "%s: %s".formatted(seen.operation().kind().family().key(), what);
    verdicts.accuse(Requirement.ORD_02, divergence, evidence);
    verdicts.accuse(Requirement.CON_02, divergence, evidence);
  }
}
