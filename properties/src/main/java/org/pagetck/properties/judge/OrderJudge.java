package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.GiveBack;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.entry.SlotState;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.observation.StepObservation;

/// Judges single stores and their order, give-backs among them: ORD-01, ORD-03, ORD-04, ORD-06,
/// ORD-07.
final class OrderJudge {
  private static final long WIDENING = EntryFlags.WRITABLE | EntryFlags.USER;

  private final Timeline timeline;
  private final Polarity polarity;
  private final boolean flushesFirst;

  OrderJudge(Contract contract, Timeline timeline) {
    this.timeline = timeline;
    this.polarity = new Polarity(contract, timeline);
    this.flushesFirst = contract.giveBack() == GiveBack.IMMEDIATE;
  }

  void judge(StepObservation seen, Verdicts verdicts) {
    zeroing(seen, verdicts);
    for (var i = 0; i < seen.log().count(); i++) {
      if (seen.log().kind(i) == EventLog.GIVE_BACK) {
        giveBack(seen, i, verdicts);
      }
    }
    if (timeline.visibleCount() == 0) {
      return;
    }
    verdicts.exercise(Requirement.ORD_01);
    verdicts.exercise(Requirement.ORD_06);
    for (var i = 0; i < timeline.visibleCount(); i++) {
      whole(seen, i, verdicts);
      if (!polarity.isKept(seen, i)) {
        accuse(
            seen,
            Requirement.ORD_06,
            "stores what is not of its kind",
            "the entry for 0x%x at level %d goes from 0x%x to 0x%x"
                .formatted(
                    timeline.base(i), timeline.level(i), timeline.before(i), timeline.after(i)),
            verdicts);
      }
    }
    widening(seen, verdicts);
  }

  /// ORD-01.
  private void whole(StepObservation seen, int index, Verdicts verdicts) {
    var narrow = seen.log().kind(timeline.event(index)) == EventLog.NARROW;
    if (narrow || timeline.address(index) % Levels.ENTRY_BYTES != 0) {
      accuse(
          seen,
          Requirement.ORD_01,
          "stores an entry in parts",
          "the entry at 0x%x, for 0x%x, holds 0x%x after a part was stored"
              .formatted(timeline.address(index), timeline.base(index), timeline.after(index)),
          verdicts);
    }
  }

  /// ORD-03.
  private static void zeroing(StepObservation seen, Verdicts verdicts) {
    if (seen.newTables().count() > 0) {
      verdicts.exercise(Requirement.ORD_03);
    }
    if (seen.unzeroedTable() >= 0) {
      accuse(
          seen,
          Requirement.ORD_03,
          "links a table before it is zeroed",
          "the table at 0x%x is linked while its entry at 0x%x holds 0x%x"
              .formatted(seen.unzeroedTable(), seen.unzeroedEntry(), seen.unzeroedWord()),
          verdicts);
    }
  }

  /// ORD-04: the frame of a table is given back after it was unlinked and, where the mapper says
  /// that it flushes by itself, after a flush. It is not taken again before one.
  private void giveBack(StepObservation seen, int event, Verdicts verdicts) {
    var log = seen.log();
    var frame = log.a(event);
    var unlinked = unlinkedBy(frame, event);
    var wasTable = isTable(seen, frame);
    if (unlinked < 0 && wasTable) {
      unlinked = cutOffBy(seen, frame, event);
    }
    if (unlinked < 0 && !wasTable) {
      return;
    }
    verdicts.exercise(Requirement.ORD_04);
    if (unlinked < 0) {
      accuse(
          seen,
          Requirement.ORD_04,
          "gives a table back while it is linked",
          "0x%x is given back before it is unlinked".formatted(frame),
          verdicts);
      return;
    }
    if (flushesFirst && !isFlushedBefore(log, unlinked, event)) {
      accuse(
          seen,
          Requirement.ORD_04,
          "gives a table back before the flush",
          "0x%x is given back, and what may be cached of its link is not flushed".formatted(frame),
          verdicts);
    }
    for (var i = event + 1; i < log.count(); i++) {
      if (log.kind(i) == EventLog.TAKE && log.a(i) == frame && !isFlushedBefore(log, unlinked, i)) {
        accuse(
            seen,
            Requirement.ORD_04,
            "uses a table again before the flush",
            "0x%x is taken again, and what may be cached of its link is not flushed"
                .formatted(frame),
            verdicts);
      }
    }
  }

  private static boolean isTable(StepObservation seen, long frame) {
    return seen.tables().levelAt(frame) > 0 || seen.newTables().indexOf(frame) >= 0;
  }

  /// Returns the visible store before `event` that removed the link to `frame`, or -1.
  private int unlinkedBy(long frame, int event) {
    var unlinked = -1;
    for (var i = 0; i < timeline.visibleCount() && timeline.event(i) < event; i++) {
      if (leadsTo(timeline.level(i), timeline.after(i), frame)) {
        unlinked = -1;
      } else if (leadsTo(timeline.level(i), timeline.before(i), frame)) {
        unlinked = i;
      }
    }
    return unlinked;
  }

  /// Returns the visible store before `event` that removed a link above the one to `frame`, so that
  /// no walk arrives there any more, or -1.
  private int cutOffBy(StepObservation seen, long frame, int event) {
    var made = seen.newTables().indexOf(frame);
    var level = made < 0 ? seen.tables().levelAt(frame) : seen.newTables().level(made);
    var base = made < 0 ? seen.tables().virtualOf(frame) : seen.newTables().virtualOf(made, frame);
    for (var i = 0; i < timeline.visibleCount() && timeline.event(i) < event; i++) {
      var table = EntryWord.linkAddress(timeline.before(i));
      if (timeline.level(i) > level + 1
          && timeline.covers(i, base)
          && timeline.stateBefore(i) == SlotState.LINK
          && !leadsTo(timeline.level(i), timeline.after(i), table)) {
        return i;
      }
    }
    return -1;
  }

  private boolean leadsTo(int level, long word, long frame) {
    return EntryWord.linkAddress(word) == frame
        && timeline.format().stateOf(level, word) == SlotState.LINK;
  }

  /// Tells whether a flush for the link that visible store `index` removed stands in the log
  /// between that store and `event`.
  private boolean isFlushedBefore(EventLog log, int index, int event) {
    for (var i = timeline.event(index) + 1; i < event; i++) {
      if (log.kind(i) == EventLog.FLUSH
          && StepFlushes.touches(
              log.a(i), log.b(i), timeline.base(index), Levels.entrySpan(timeline.level(index)))) {
        return true;
      }
    }
    return false;
  }

  /// ORD-07: no right appears in an entry before it appears in a link above.
  private void widening(StepObservation seen, Verdicts verdicts) {
    var exercised = false;
    for (var i = 0; i < timeline.visibleCount(); i++) {
      var gained = gained(i);
      if (gained == 0 || timeline.stateAfter(i) == SlotState.RESERVED || isSplit(i)) {
        continue;
      }
      exercised = true;
      for (var j = i + 1; j < timeline.visibleCount(); j++) {
        if (timeline.level(j) > timeline.level(i)
            && timeline.covers(j, timeline.base(i))
            && timeline.stateBefore(j) == SlotState.LINK
            && timeline.stateAfter(j) == SlotState.LINK
            && (gained(j) & gained) != 0) {
          accuse(
              seen,
              Requirement.ORD_07,
              "widens a link after what hangs below it",
              "the link at level %d for 0x%x gains %s after the entry at level %d has it"
                  .formatted(
                      timeline.level(j),
                      timeline.base(j),
                      new EntryFlags(gained(j) & gained),
                      timeline.level(i)),
              verdicts);
        }
      }
    }
    if (exercised) {
      verdicts.exercise(Requirement.ORD_07);
    }
  }

  /// Tells whether visible store `index` puts a table in the place of a page: its link gives no
  /// right that the pieces below do not have.
  private boolean isSplit(int index) {
    return timeline.stateBefore(index) == SlotState.LEAF
        && timeline.stateAfter(index) == SlotState.LINK;
  }

  /// Returns what an entry grants after visible store `index` and did not grant before.
  private long gained(int index) {
    var after = timeline.after(index);
    if ((after & EntryFlags.PRESENT) == 0) {
      return 0;
    }
    var before = timeline.before(index);
    return (before & EntryFlags.PRESENT) == 0 ? after & WIDENING : after & ~before & WIDENING;
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
