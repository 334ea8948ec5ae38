package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.generate.TraceGenerator;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.observation.Attention;
import org.pagetck.properties.session.Session;
import org.pagetck.properties.session.Workplace;
import org.pagetck.properties.subject.Subject;

/// Runs traces on one subject, one after the other, on one thread.
final class TraceRunner implements AutoCloseable {
  private final Subject subject;
  private final Contracts contracts;
  private final Set<Requirement> only;
  private final MmuPanel panel;
  private final Verdicts verdicts = new Verdicts();
  private final LawCheck laws;
  private Workplace place;
  private boolean audits;

  /// Sees each step of a run after it was judged.
  interface Watcher {
    /// A session begins; a run may begin anew.
    void beginning(Session session);

    /// A line was executed; `session` shows what it did.
    void executed(TraceLine line, Session session, Session.Result result);
  }

  TraceRunner(Subject subject, Contracts contracts, MmuPanel panel) {
    this(subject, contracts, Set.of(), panel);
  }

  /// Creates one whose failures are of the requirements `only`, of all where they are empty. A
  /// trace ends at its first violation, whatever it is of.
  TraceRunner(Subject subject, Contracts contracts, Set<Requirement> only, MmuPanel panel) {
    this.subject = subject;
    this.contracts = contracts;
    this.only = Set.copyOf(only);
    this.panel = panel;
    this.place = new Workplace(subject, panel);
    this.laws = new LawCheck(contracts, verdicts);
  }

  /// Says of how many traces those that it draws are part.
  void expect(long traces) {
    laws.expect(traces);
  }

  Verdicts verdicts() {
    return verdicts;
  }

  Workplace place() {
    return place;
  }

  /// Returns what may be passed in place of `trace`.
  Expressible expressible(Trace trace) {
    return new Expressible(contracts.of(trace.setup()), contracts.declared().levels(), trace);
  }

  /// Puts a fresh copy of the subject, and fresh memory, in the place of the present one.
  void renew() {
    place.close();
    place = new Workplace(subject, panel);
  }

  /// Makes it compare the whole memory at the end of each trace, or not. That takes longer than
  /// most traces do.
  void setAudits(boolean isOn) {
    audits = isOn;
    if (isOn) {
      place.audit();
    }
  }

  /// Tells whether memory was changed since the last such question in a way that no step showed.
  boolean audit() {
    return contracts.declared().effects() != Effects.NONE && place.audit();
  }

  /// Draws a trace from `seed` and runs it. Steps of a class in `avoided` are left out.
  Optional<Failure> generate(long seed, BitSet avoided, Tally tally) {
    tally.beginTrace();
    // What shrinking exercised since the last trace does not count.
    verdicts.drainInto((_, _, _, _) -> {});
    var contract = contracts.declared();
    var generator = new TraceGenerator(new RandomChoices(seed), contract);
    var lines = new ArrayList<TraceLine>();
    var isSwept = FailureSweep.isDrawn(seed, generator.length());
    var sweep = new FailureSweep();
    var session = place.open(generator.setup(), contract, verdicts, Attention.PATH);
    var upcoming = new Upcoming(generator, session, avoided);
    Optional<Failure> failure = Optional.empty();
    for (var line = upcoming.next(); line != null; line = upcoming.next()) {
      var number = lines.size();
      lines.add(line);
      failure = execute(session, line, generator.setup(), lines, tally);
      if (session.hasEnded()) {
        break;
      }
      if (isSwept && lines.size() > number) {
        sweep.executed(line, session, Session.Result.HELD);
      }
    }
    var unseen = failure.isEmpty() && !lines.isEmpty() ? unseen(session) : Attention.PATH;
    failure = end(session, generator.setup(), lines, failure, tally);
    verdicts.drainInto(tally::addCounts);
    if (unseen != Attention.PATH) {
      var trace = new Trace(generator.setup(), lines);
      return asked(run(trace, Tally.withoutClasses(), null, unseen, contract));
    }
    if (failure.isEmpty() && isSwept) {
      failure = firstFailing(sweep.variants(generator.setup()), tally);
    }
    return asked(
        failure.or(() ->
            laws.draw(new Trace(generator.setup(), lines), seed, place, tally)
                .map(this::plainest)));
  }

  /// Ends the session; where nothing failed before, the subject may do so now.
  private static Optional<Failure> end(
      Session session, Setup setup, List<TraceLine> lines, Optional<Failure> failure, Tally tally) {
    var failed = session.end();
    if (failure.isPresent() || failed.isEmpty()) {
      return failure;
    }
    if (lines.isEmpty()) {
      tally.addError("a trace without lines: " + OutcomeText.print(failed.get()));
      return Optional.empty();
    }
    return Optional.of(Failure.atEnd(new Trace(setup, lines), failed.get()));
  }

  private Optional<Failure> asked(Optional<Failure> failure) {
    return failure
        .map(it -> FiveLevels.judge(it, contracts.declared(), this::fails))
        .flatMap(it -> it.only(only));
  }

  private Optional<Failure> fails(Trace trace) {
    var contract = contracts.of(trace.setup());
    return run(trace, Tally.withoutClasses(), null, Attention.PATH, contract);
  }

  /// Returns what the calls that break a law violate by themselves, without the host's events that
  /// they were drawn with, or else the broken law.
  private Failure plainest(Failure ofLaw) {
    return replay(ofLaw.trace(), Tally.withoutClasses(), null).orElse(ofLaw);
  }

  private Optional<Failure> firstFailing(List<Trace> variants, Tally tally) {
    for (var variant : variants) {
      var failure = replay(variant, tally, null);
      verdicts.drainInto(tally::addCounts);
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  /// Runs `trace` with each of its allocations failing; returns what each of these runs shows.
  List<Failure> sweep(Trace trace) {
    var sweep = new FailureSweep();
    replay(trace, Tally.withoutClasses(), sweep);
    var tally = Tally.withoutClasses();
    return Stream.concat(
            sweep.variants(trace.setup()).stream()
                .flatMap(variant -> replay(variant, tally, null).stream())
                .toList()
                .stream(),
            tally.sightings().values().stream().map(Tally.Sighting::first))
        .toList();
  }

  private Optional<Failure> execute(
      Session session, TraceLine line, Setup setup, List<TraceLine> lines, Tally tally) {
    var result = session.execute(line);
    switch (result) {
      case DROPPED -> {
        tally.addUnsupported();
        if (line instanceof TraceLine.Call(Operation operation)
            && place.isBudgeted()
            && !session.isWalkOnly()
            && session.peek(operation).owed().equals(Outcome.refused(Refusal.NO_FRAME))) {
          tally.addFrameLimitUnasked();
        }
        lines.removeLast();
      }
      case ERRORED -> tally.addError("a call logged more events than a call may");
      case HELD, VIOLATED -> {
        if (line instanceof TraceLine.Call) {
          tally.addStep(StepClass.of(session.seen().operation(), session.seen().step()));
        } else if (line instanceof TraceLine.Budget budget
            && !budget.isAll()
            && !place.isBudgeted()) {
          tally.addFrameLimitUnasked();
        }
      }
    }
    if (result == Session.Result.VIOLATED) {
      return Optional.of(Failure.of(session, new Trace(setup, lines), verdicts.all(), false));
    }
    if (!verdicts.misses().isEmpty()) {
      Failure.of(session, new Trace(setup, lines), verdicts.misses(), true)
          .only(only)
          .ifPresent(tally::addFailure);
    }
    return Optional.empty();
  }

  /// Looks for changes that comparing paths alone did not show, and returns what has to be compared
  /// after each step to find the one that made them.
  private Attention unseen(Session session) {
    if (session.space().rules().contract().effects() == Effects.NONE) {
      return Attention.PATH;
    }
    if (session.firstUnseenChange() >= 0) {
      return Attention.USED;
    }
    return audits && place.audit() ? Attention.ALL : Attention.PATH;
  }

  /// Runs `trace` as it stands.
  Optional<Failure> replay(Trace trace, Tally tally, @Nullable Watcher watcher) {
    var contract = contracts.of(trace.setup());
    return asked(run(trace, tally, watcher, Attention.PATH, contract));
  }

  /// Runs the calls of `trace` and others, and compares what they do: by the law that judges
  /// `requirement`, by all where it is empty.
  Optional<Failure> compare(Trace trace, Optional<Requirement> requirement) {
    return asked(laws.last(trace, requirement, place));
  }

  /// Returns the requirements whose laws the last call of `trace` breaks.
  List<Requirement> brokenLaws(Trace trace) {
    return laws.broken(trace, place).stream()
        .filter(it -> only.isEmpty() || only.contains(it))
        .toList();
  }

  private Optional<Failure> run(
      Trace trace, Tally tally, @Nullable Watcher watcher, Attention attention, Contract contract) {
    var session = place.open(trace.setup(), contract, verdicts, attention);
    if (watcher != null) {
      watcher.beginning(session);
    }
    var offered = trace.lines().stream().filter(line -> isOffered(contract, line)).toList();
    session.expect(offered);
    var lines = new ArrayList<TraceLine>();
    Optional<Failure> failure = Optional.empty();
    for (var line : offered) {
      lines.add(line);
      failure = execute(session, line, trace.setup(), lines, tally);
      if (watcher != null) {
        watcher.executed(
            line, session, failure.isPresent() ? Session.Result.VIOLATED : Session.Result.HELD);
      }
      if (session.hasEnded()) {
        break;
      }
    }
    var unseen = failure.isEmpty() && attention == Attention.PATH ? unseen(session) : attention;
    failure = end(session, trace.setup(), lines, failure, tally);
    if (unseen != attention) {
      return run(trace, tally, watcher, unseen, contract);
    }
    if (attention == Attention.ALL) {
      place.audit();
    }
    return failure;
  }

  private static boolean isOffered(Contract contract, TraceLine line) {
    return !(line instanceof TraceLine.Call(Operation operation))
        || contract.offers(operation.kind());
  }

  @Override
  public void close() {
    place.close();
  }
}
