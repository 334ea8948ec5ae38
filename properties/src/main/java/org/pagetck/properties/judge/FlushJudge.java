package org.pagetck.properties.judge;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.FlushAll;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.judge.StaleTrial.Stale;
import org.pagetck.properties.observation.StepObservation;

/// Judges what TLBs and caches of links may still hold when all flushes that were asked for are
/// done: TLB-01, TLB-03, TLB-04, TLB-05, TLB-08.
///
/// The caches are adversarial: they are filled at any moment, with what walks find that read their
/// levels at different moments, and forget nothing but what is flushed. So only entries that a step
/// changed can leave something stale behind. A fill sets ACCESSED, and a store may overwrite that
/// unseen; an exchange may not, so nothing is cached of an entry that one replaced while ACCESSED
/// was clear.
final class FlushJudge {
  private static final String EARLY = "flushes before the store";

  private final Timeline timeline;
  private final StepFlushes flushes;
  private final SkewedWalk walk;
  private final LeavesBelow leaves;
  private final Fills fills;
  private final StaleTrial trial;
  private final StalePieces pieces;
  private final boolean allReachesGlobal;
  private final Set<Requirement> exercised = EnumSet.noneOf(Requirement.class);

  FlushJudge(
      Contract contract,
      Timeline timeline,
      StepFlushes flushes,
      SkewedWalk walk,
      LeavesBelow leaves,
      Fills fills,
      StaleTrial trial,
      StalePieces pieces) {
    this.timeline = timeline;
    this.flushes = flushes;
    this.walk = walk;
    this.leaves = leaves;
    this.fills = fills;
    this.trial = trial;
    this.pieces = pieces;
    this.allReachesGlobal = contract.flushAll() == FlushAll.GLOBAL;
  }

  void judge(StepObservation seen, Verdicts verdicts) {
    exercised.clear();
    changes(seen, verdicts);
    exercised.forEach(verdicts::exercise);
  }

  private void changes(StepObservation seen, Verdicts verdicts) {
    for (var i = 0; i < timeline.visibleCount(); i++) {
      switch (timeline.stateBefore(i)) {
        case LEAF -> {
          if (!isUnused(seen, i) && !isExamined(seen, i)) {
            page(seen, pieces.firstStale(i), false, verdicts);
          }
        }
        case LINK -> {
          if (!isUnused(seen, i)) {
            link(seen, i, verdicts);
          }
        }
        case EMPTY, RESERVED, MALFORMED -> {}
      }
    }
  }

  /// Tells whether the page was judged already, at an earlier store to its leaf. An entry that the
  /// step itself stored first counts from its second store on.
  private boolean isExamined(StepObservation seen, int index) {
    for (var i = 0; i < index; i++) {
      if (timeline.address(i) == timeline.address(index)
          && timeline.stateBefore(i) == SlotState.LEAF
          && !isUnused(seen, i)) {
        return true;
      }
    }
    return false;
  }

  /// Tells whether an exchange proves that the processor has not used the entry.
  private boolean isUnused(StepObservation seen, int index) {
    return timeline.isExchange(seen, index) && (timeline.before(index) & EntryFlags.ACCESSED) == 0;
  }

  /// Judges what may be cached of the page at `base`.
  private void page(StepObservation seen, long base, boolean byLink, Verdicts verdicts) {
    var now = walk.sight(base, timeline.end());
    var sights = walk.sights(base, 0, timeline.end()).toArray();
    for (var sight : sights) {
      if (!Sight.isTable(sight) && Sight.isStale(Sight.at(sight, base), Sight.at(now, base))) {
        exercise(sight, byLink);
        var span = Levels.entrySpan(Sight.level(sight));
        var start = base & -span;
        var flushed = flushes.lastRemoving(start, span, Sight.isGlobal(sight));
        if (flushed <= timeline.end()
            && walk.sights(base, flushed, timeline.end()).contains(sight)) {
          stale(seen, base, sight, now, flushed, byLink, verdicts);
        } else if (Sight.level(sight) > 1 && !flushes.nameAll(start, span, cleared(base, sight))) {
          accuse(
              seen,
              Requirement.TLB_03,
              "names a part of a huge page to be flushed",
              "0x%x bytes from 0x%x were cached".formatted(span, start),
              verdicts);
        }
      }
    }
  }

  /// Returns the time of the first flush after which `sight` of `base` is neither cached nor found.
  private int cleared(long base, long sight) {
    var span = Levels.entrySpan(Sight.level(sight));
    var cleared = Integer.MAX_VALUE;
    for (var i = 0; i < flushes.count(); i++) {
      var time = flushes.time(i);
      var isCleared =
          time < cleared
              && flushes.removes(i, base & -span, span, Sight.isGlobal(sight))
              && (time > timeline.end()
                  || !walk.sights(base, time, timeline.end()).contains(sight));
      cleared = isCleared ? time : cleared;
    }
    return cleared;
  }

  private void exercise(long sight, boolean byLink) {
    exercised.add(Requirement.TLB_01);
    if (Sight.level(sight) > 1) {
      exercised.add(Requirement.TLB_03);
    }
    if (byLink) {
      exercised.add(Requirement.TLB_04);
    }
    if (Sight.isGlobal(sight)) {
      exercised.add(Requirement.TLB_05);
    }
    if (timeline.isOrdered()) {
      exercised.add(Requirement.TLB_08);
    }
  }

  /// Returns the stale translation `sight` of the page at `base`, which was not flushed after the
  /// time `from`.
  private Stale stale(long base, long sight, long now, int from) {
    var until = timeline.isOrdered() ? timeline.end() : 1;
    var time = from;
    while (time < until && walk.sight(base, time) != sight) {
      time++;
    }
    return new Stale(base, sight, now, time < until ? time : -1, flushes.hasAllAfter(from));
  }

  /// Accuses of the stale translation `sight` of the page at `base`. One page tells enough: what to
  /// say of a further one, of hundreds maybe, is not made out.
  private void stale(
      StepObservation seen,
      long base,
      long sight,
      long now,
      int flushed,
      boolean byLink,
      Verdicts verdicts) {
    var lapses = lapses(base, sight, byLink);
    lapses.keySet().removeIf(verdicts::isAccused);
    if (!lapses.isEmpty()) {
      var stale = stale(base, sight, now, flushed);
      var evidence =
          "of 0x%x a TLB may still hold %s, %s; memory has %s%s"
              .formatted(
                  base,
                  Sight.describe(sight),
                  filled(stale),
                  Sight.describe(stale.now()),
                  trial.put(stale));
      lapses.forEach((requirement, what) -> accuse(seen, requirement, what, evidence, verdicts));
    }
  }

  /// Returns what is violated where `sight` of the page at `base` stays cached, and how.
  private Map<Requirement, String> lapses(long base, long sight, boolean byLink) {
    var lapses = new EnumMap<Requirement, String>(Requirement.class);
    lapses.put(Requirement.TLB_01, "lets a page stay cached");
    if (byLink) {
      lapses.put(Requirement.TLB_04, "lets a page below a link stay cached");
    }
    if (Sight.isGlobal(sight) && !allReachesGlobal && flushes.hasAllAfter(0)) {
      lapses.put(Requirement.TLB_05, "lets a global page stay cached");
    }
    var span = Levels.entrySpan(Sight.level(sight));
    if (timeline.isOrdered() && flushes.touchInCall(base & -span, span)) {
      lapses.put(Requirement.TLB_08, EARLY);
    }
    return lapses;
  }

  private String filled(Stale stale) {
    return switch (stale.time()) {
      case -1 -> "cached by a walk that read its levels at different moments";
      case 0 -> fills.of(Sight.level(stale.cached()), stale.address());
      default -> "cached by any walk after store %d of the call".formatted(stale.time());
    };
  }

  /// TLB-08: there was a flush inside the call, before the store.
  private void early(
      StepObservation seen, long base, long span, String evidence, Verdicts verdicts) {
    if (timeline.isOrdered() && flushes.touchInCall(base, span)) {
      accuse(seen, Requirement.TLB_08, EARLY, evidence, verdicts);
    }
  }

  /// Judges what may be cached of the link that visible store `index` changed, and through it.
  private void link(StepObservation seen, int index, Verdicts verdicts) {
    var before = timeline.before(index);
    var after = timeline.after(index);
    var kept =
        timeline.stateAfter(index) == SlotState.LINK
            && EntryWord.linkAddress(before) == EntryWord.linkAddress(after);
    if (kept && !takesRights(before, after)) {
      return;
    }
    exercised.add(Requirement.TLB_04);
    if (timeline.isOrdered()) {
      exercised.add(Requirement.TLB_08);
    }
    var base = timeline.base(index);
    var span = Levels.entrySpan(timeline.level(index));
    var flushed = flushes.lastTouching(base, span);
    if (flushed <= timeline.time(index) && isFound(index, flushed)) {
      var evidence =
          "the link at level %d for 0x%x went from 0x%x to 0x%x and may stay cached%s"
              .formatted(timeline.level(index), base, before, after, trial.putLink());
      accuse(seen, Requirement.TLB_04, "lets a link stay cached", evidence, verdicts);
      if (kept) {
        accuse(seen, Requirement.TLB_01, "lets a link stay cached", evidence, verdicts);
      }
      early(seen, base, span, evidence, verdicts);
    }
    if (!(allReachesGlobal && flushes.hasAllAfter(timeline.time(index) + 1))) {
      leaves.visit(
          EntryWord.linkAddress(before),
          timeline.level(index) - 1,
          base,
          (address, _) -> {
            page(seen, address, true, verdicts);
            return !verdicts.hasViolations();
          });
    }
  }

  /// Tells whether walks found the link that visible store `index` changed, at time `from` or
  /// later: not where it was cut off from the root, and flushed, before.
  private boolean isFound(int index, int from) {
    var table = EntryWord.linkAddress(timeline.before(index));
    var sights = walk.sights(timeline.base(index), from, timeline.end(), timeline.level(index));
    for (var i = 0; i < sights.count(); i++) {
      if (Sight.isTable(sights.get(i)) && Sight.frame(sights.get(i)) == table) {
        return true;
      }
    }
    return false;
  }

  private static boolean takesRights(long before, long after) {
    var had = Sight.restrict(Sight.ALL_RIGHTS, before);
    var has = Sight.restrict(Sight.ALL_RIGHTS, after);
    return (had & ~has) != 0 || ((had ^ has) & EntryFlags.USER) != 0;
  }

  private static void accuse(
      StepObservation seen,
      Requirement requirement,
      String what,
      String evidence,
      Verdicts verdicts) {
    verdicts.accuse(
        requirement, "%s: %s".formatted(seen.operation().kind().family().key(), what), evidence);
  }
}
