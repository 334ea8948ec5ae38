package org.pagetck.properties.discover;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.Attention;
import org.pagetck.properties.session.Session;
import org.pagetck.properties.session.Workplace;
import org.pagetck.properties.subject.Subject;

/// Runs short traces on one copy of a subject: to hear what it answers and does, or to see how far
/// a contract goes along with that.
final class Ear implements AutoCloseable {
  /// Short traces take few frames, and a small memory is made and compared at once.
  private static final Setup SMALL =
      Setup.DEFAULT.withMemory(Setup.DEFAULT.memoryStart(), 2 * Setup.MEMORY_MIN);

  private final Workplace place;

  Ear(Subject subject) {
    this.place = new Workplace(subject, MmuPanel.none());
  }

  /// One event of a call.
  record Event(int kind, long a, long b) {}

  /// A word that is not what it was before a call.
  record Change(long address, long before, long after) {}

  /// What came of one line.
  ///
  /// @param given what was answered; unsupported for what the host does
  /// @param events what was logged
  /// @param changes the words that the call changed; those of frames that it took are not among
  ///   them
  /// @param words words that the call left: in tables that were there, and in frames that it took
  record Heard(Outcome given, List<Event> events, List<Change> changes, List<Long> words) {
    /// Returns the words that lead to a frame which the call took.
    List<Long> links() {
      return words.stream().filter(word -> isTaken(EntryWord.linkAddress(word))).toList();
    }

    private boolean isTaken(long frame) {
      return events.stream().anyMatch(it -> it.kind() == EventLog.TAKE && it.a() == frame);
    }

    /// Returns the words that stand for `frame` at `level`.
    List<Long> leaves(int level, long frame) {
      return words.stream().filter(word -> EntryWord.leafAddress(level, word) == frame).toList();
    }

    long count(int kind) {
      return events.stream().filter(event -> event.kind() == kind).count();
    }
  }

  /// How far a contract went along with a trace.
  ///
  /// @param lines how many lines violated nothing
  /// @param isWhole whether that is all of them
  /// @param violations how many requirements the first other line violates
  /// @param misses how many shoulds were missed
  /// @param because what was owed and given where it ended, or empty
  record Fit(int lines, boolean isWhole, int violations, int misses, String because) {}

  private static Setup setup(Contract contract) {
    var levels = contract.levels().getFirst();
    return levels == 4 ? SMALL : SMALL.with(Setup.LEVELS, Integer.toString(levels));
  }

  /// Runs `lines` with nobody to judge; returns what came of each. Plants go to where the tables
  /// themselves lead.
  List<Heard> hear(Contract contract, List<TraceLine> lines) {
    var seen = contract.effects() == Effects.NONE ? Effects.NONE : Effects.DIFF;
    var session =
        place.listen(setup(contract), contract.with(Setting.EFFECTS, seen), Attention.USED);
    try {
      return lines.stream().map(line -> hear(session, line)).toList();
    } finally {
      session.end();
    }
  }

  private static Heard hear(Session session, TraceLine line) {
    switch (line) {
      case TraceLine.Call call -> {
        return session.execute(call) == Session.Result.DROPPED
            ? new Heard(Outcome.UNSUPPORTED, List.of(), List.of(), List.of())
            : heard(session);
      }
      case TraceLine.Plant plant -> plant(session, plant);
      case TraceLine.HostEvent event -> session.execute(event);
    }
    return new Heard(Outcome.UNSUPPORTED, List.of(), List.of(), List.of());
  }

  private static void plant(Session session, TraceLine.Plant plant) {
    var levels = session.space().rules().levels();
    var bytes = session.seen().bytes();
    var frame = bytes.start();
    for (var level = levels; level > plant.level(); level--) {
      frame = EntryWord.linkAddress(bytes.load(entry(frame, level, plant.address())));
      if (bytes.frameIndex(frame) < 0) {
        return;
      }
    }
    var at = entry(frame, plant.level(), plant.address());
    session.execute(new TraceLine.Poke(at, plant.word()));
  }

  private static long entry(long frame, int level, long address) {
    return frame + (long) Levels.index(address, level) * Levels.ENTRY_BYTES;
  }

  private static Heard heard(Session session) {
    var seen = session.seen();
    var events = new ArrayList<Event>();
    for (var i = 0; i < seen.log().count(); i++) {
      events.add(new Event(seen.log().kind(i), seen.log().a(i), seen.log().b(i)));
    }
    var changes = new ArrayList<Change>();
    for (var i = 0; i < seen.changes().count(); i++) {
      var address = seen.changes().address(i);
      changes.add(new Change(address, seen.changes().before(i), seen.bytes().load(address)));
    }
    return new Heard(seen.given(), events, changes, words(seen.bytes(), events, changes));
  }

  private static List<Long> words(TableBytes bytes, List<Event> events, List<Change> changes) {
    var words = new ArrayList<>(changes.stream().map(Change::after).toList());
    for (var event : events) {
      if (event.kind() == EventLog.TAKE && bytes.frameIndex(event.a()) >= 0) {
        for (var index = 0; index < Levels.ENTRY_COUNT; index++) {
          words.add(bytes.load(event.a() + (long) index * Levels.ENTRY_BYTES));
        }
      }
    }
    return words.stream().filter(word -> word != 0).toList();
  }

  /// Runs `lines` as far as `contract` goes along with what the subject does.
  Fit judge(Contract contract, List<TraceLine> lines) {
    var verdicts = new Verdicts();
    var session = place.open(setup(contract), contract, verdicts, Attention.PATH);
    var misses = 0;
    try {
      for (var i = 0; i < lines.size(); i++) {
        session.execute(lines.get(i));
        misses += verdicts.misses().size();
        if (verdicts.hasViolations()) {
          var first = verdicts.violations().getFirst();
          return new Fit(i, false, verdicts.violations().size(), misses, first.evidence());
        }
      }
      return new Fit(lines.size(), true, 0, misses, "");
    } finally {
      session.end();
    }
  }

  @Override
  public void close() {
    place.close();
  }
}
