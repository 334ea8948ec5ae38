package org.pagetck.properties.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.law.LawBench;
import org.pagetck.properties.law.Laws;
import org.pagetck.properties.session.Workplace;

/// Puts the laws to traces that violate nothing by themselves. They are about calls alone: what the
/// host did is left out.
final class LawCheck {
  /// One trace in so many is put to the laws where there are many traces, and where there are few.
  private static final int SHARE_MAX = 60;

  private static final int SHARE_MIN = 5;

  /// How many traces it takes for each number by which the share is that of fewer.
  private static final long TRACES_FOR_EACH = 1_000;

  /// One of so many of those is put to the laws that take long.
  private static final int LONG_SHARE = 3;

  private static final int CALL_COUNT_MAX = 24;
  private static final long SALT = 0x1a_05;

  private final Contracts contracts;
  private final Verdicts verdicts;
  private int share = SHARE_MIN;

  LawCheck(Contracts contracts, Verdicts verdicts) {
    this.contracts = contracts;
    this.verdicts = verdicts;
  }

  /// Says of how many traces the next ones are part.
  void expect(long traces) {
    share = Math.clamp(traces / TRACES_FOR_EACH, SHARE_MIN, SHARE_MAX);
  }

  /// Puts the laws to the first calls of `trace`, which was drawn from `seed`, if it is among those
  /// that they are put to.
  Optional<Failure> draw(Trace trace, long seed, Workplace place, Tally tally) {
    var drawn = Seeds.mix(seed, SALT) >>> 1;
    var calls = calls(trace);
    if (drawn % share != 0 || calls.isEmpty() || !isSeen(trace)) {
      return Optional.empty();
    }
    var some = calls.subList(0, Math.min(calls.size(), CALL_COUNT_MAX));
    var number = drawn / share;
    var contract = contracts.of(trace.setup());
    var bench = new LawBench(place, trace.setup(), contract, number);
    var breach = Laws.check(some, bench, verdicts);
    if (breach.isEmpty() && number % LONG_SHARE == 0) {
      breach = Laws.checkThoroughly(some, number / LONG_SHARE, bench, verdicts);
    }
    verdicts.drainInto(tally::addCounts);
    return breach.map(it -> failure(trace, it));
  }

  /// Puts the law that judges `requirement`, or each law, to the last call of `trace`, where it
  /// holds nothing but calls.
  Optional<Failure> last(Trace trace, Optional<Requirement> requirement, Workplace place) {
    var calls = calls(trace);
    return calls.size() < trace.lines().size() || calls.isEmpty() || !isSeen(trace)
        ? Optional.empty()
        : Laws.checkLast(calls, bench(trace, place), verdicts, requirement)
            .map(it -> failure(trace, it));
  }

  /// Returns the requirements whose laws the last call of `trace` breaks, where it holds nothing
  /// but calls.
  List<Requirement> broken(Trace trace, Workplace place) {
    var calls = calls(trace);
    return calls.size() < trace.lines().size() || !isSeen(trace)
        ? List.of()
        : Laws.broken(calls, bench(trace, place));
  }

  private boolean isSeen(Trace trace) {
    return contracts.of(trace.setup()).effects() != Effects.NONE;
  }

  private LawBench bench(Trace trace, Workplace place) {
    return new LawBench(place, trace.setup(), contracts.of(trace.setup()));
  }

  private static List<Operation> calls(Trace trace) {
    var calls = new ArrayList<Operation>();
    for (var line : trace.lines()) {
      if (line instanceof TraceLine.Call(Operation operation)) {
        calls.add(operation);
      }
    }
    return calls;
  }

  private static Failure failure(Trace trace, Laws.Breach breach) {
    List<TraceLine> lines = new ArrayList<>();
    breach.calls().forEach(call -> lines.add(new TraceLine.Call(call)));
    return Failure.ofLaw(trace.withLines(lines), breach.accusation());
  }
}
