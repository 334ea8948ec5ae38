package org.pagetck.properties.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.WordReader;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.engine.StepClass;
import org.pagetck.properties.generate.TraceGenerator;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.observation.Attention;
import org.pagetck.properties.session.Session;
import org.pagetck.properties.session.Workplace;

/// Where one subject runs the traces that all of them run. Each follows its own contract: a session
/// ends where the subject violates it.
final class Stage implements AutoCloseable {
  private final Contestant contestant;
  private final Workplace place;
  private final Verdicts verdicts = new Verdicts();

  Stage(Contestant contestant) {
    this.contestant = contestant;
    this.place = new Workplace(contestant.subject(), MmuPanel.none());
  }

  /// What the lines of a trace showed, as far as they were executed.
  ///
  /// @param trace the lines, but for those that the subject cannot be asked
  /// @param sights what each showed; null for what the host does
  record Run(Trace trace, List<@Nullable Sight> sights) {}

  String spelling() {
    return contestant.spelling();
  }

  Contract contract() {
    return contestant.contracts().declared();
  }

  /// Draws a trace from `seed` within `common`, without steps of a class in `avoided`, and runs it.
  Run draw(long seed, Contract common, BitSet avoided) {
    var generator = new TraceGenerator(new RandomChoices(seed), common);
    var lines = new ArrayList<TraceLine>();
    for (var i = 0; i < generator.length(); i++) {
      var line = generator.next();
      if (!(line instanceof TraceLine.Poke)) {
        lines.add(line);
      }
    }
    return run(new Trace(generator.setup(), lines), avoided, true);
  }

  /// Runs `trace` as it stands, up to the first call that the subject cannot be asked.
  Run run(Trace trace) {
    return run(trace, new BitSet(), false);
  }

  private Run run(Trace trace, BitSet avoided, boolean mayDrop) {
    var contract = contestant.contracts().of(trace.setup());
    var session = place.open(trace.setup(), contract, verdicts, Attention.PATH);
    var lines = new ArrayList<TraceLine>();
    var sights = new ArrayList<@Nullable Sight>();
    var isSeen = contract.effects() != Effects.NONE;
    try {
      session.expect(trace.lines());
      for (var line : trace.lines()) {
        if (isSeen && isAvoided(session, line, avoided)) {
          continue;
        }
        var result = session.execute(line);
        if (result != Session.Result.DROPPED) {
          lines.add(line);
          sights.add(
              line instanceof TraceLine.Call(Operation operation)
                  ? sight(session, operation, isSeen)
                  : null);
        }
        if (session.hasEnded() || (result == Session.Result.DROPPED && !mayDrop)) {
          break;
        }
      }
    } finally {
      session.end();
    }
    return new Run(trace.withLines(lines), sights);
  }

  private static boolean isAvoided(Session session, TraceLine line, BitSet avoided) {
    return !avoided.isEmpty()
        && line instanceof TraceLine.Call(Operation operation)
        && avoided.get(StepClass.of(operation, session.peek(operation)));
  }

  private Sight sight(Session session, Operation operation, boolean isSeen) {
    var seen = session.seen();
    Optional<Requirement> violated =
        verdicts.violations().stream()
            .map(Verdicts.Accusation::requirement)
            .min(Requirement.primaryFirst());
    var frames = isSeen ? seen.taken().count() - seen.givenBack().count() : 0;
    return new Sight(
        operation,
        StepClass.of(operation, seen.step()),
        seen.given(),
        isSeen ? walk(session, operation) : 0,
        frames,
        isSeen,
        violated);
  }

  private static long walk(Session session, Operation operation) {
    var rules = session.space().rules();
    var format = rules.format();
    var bytes = session.seen().bytes();
    var mode = new PagingMode(rules.levels(), format.physicalWidth(), format.noExecute());
    WordReader words = address -> bytes.isWord(address) ? bytes.load(address) : 0;
    return new PageWalk(mode).walk(words, bytes.start(), address(operation));
  }

  private static long address(Operation operation) {
    return switch (operation) {
      case Operation.OnPage call -> call.page();
      case Operation.Translate(long address) -> address;
      case Operation.SetTableFlags set -> set.address();
      case Operation.CleanUp clean -> clean.first();
    };
  }

  @Override
  public void close() {
    place.close();
  }
}
