package org.pagetck.properties.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.Trace;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.engine.Expressible;
import org.pagetck.properties.shrink.FailureOracle;
import org.pagetck.properties.shrink.ShrinkBudget;
import org.pagetck.properties.shrink.Shrinker;

/// Runs the same traces on several subjects and tells where they part from the first one. One
/// thread.
///
/// A trace goes on, for each subject, until it goes another way than the first, breaks its own
/// contract or cannot be asked. Steps of a kind at which one went another way before are left out
/// of three traces in four, so that what lies behind them is reached.
public final class Comparison {
  private static final int FREE_SHARE = 4;
  private static final int PARTING_COUNT_MAX = 200;
  private static final ShrinkBudget BUDGET = new ShrinkBudget(400, Duration.ofSeconds(60), 0);

  private final List<Contestant> contestants;
  private final ComparePlan plan;
  private final Consumer<String> progress;
  private final Map<Cause, Seen> seen = new LinkedHashMap<>();
  private final BitSet avoided = new BitSet();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private long traces;
  private long calls;

  /// Creates a comparison of `contestants`, of which the first is the one that others part from;
  /// `progress` is told in words how far it is.
  ///
  /// @throws IllegalArgumentException if there are fewer than two
  public Comparison(List<Contestant> contestants, ComparePlan plan, Consumer<String> progress) {
    if (contestants.size() < 2) {
      throw new IllegalArgumentException("two subjects or more are compared");
    }
    this.contestants = List.copyOf(contestants);
    this.plan = plan;
    this.progress = progress;
  }

  /// What came of it.
  ///
  /// @param traces how many traces were run
  /// @param steps how many calls were compared
  /// @param partings where they part: defects first, then by how many traces show it
  public record Result(long traces, long steps, List<Parting> partings) {
    /// Copies the list.
    public Result {
      partings = List.copyOf(partings);
    }
  }

  /// A cause, as the shortest trace showed it.
  private static final class Seen {
    private Trace trace;
    private Stage stage;
    private final Map<String, Long> times = new LinkedHashMap<>();

    Seen(Trace trace, Stage stage) {
      this.trace = trace;
      this.stage = stage;
    }
  }

  /// A cause, and the line at which it shows.
  private record Found(Cause cause, int line) {}

  /// Makes [#run] come to its end early; may be called from any thread.
  public void stop() {
    stopped.set(true);
  }

  /// Runs it.
  ///
  /// @throws IllegalArgumentException if nothing may be passed to all of them
  public Result run() {
    var contracts = contestants.stream().map(it -> it.contracts().declared()).toList();
    var common =
        CommonContract.of(contracts)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "nothing may be passed to all of them: they share no page size, operation,"
                        + " number of levels or half of the address space"));
    var stages = new ArrayList<Stage>();
    try {
      contestants.forEach(contestant -> stages.add(new Stage(contestant)));
      draw(stages, common);
      return new Result(traces, calls, partings(stages, common));
    } finally {
      stages.forEach(Stage::close);
    }
  }

  private void draw(List<Stage> stages, Contract common) {
    var first = stages.getFirst();
    for (; traces < plan.traces() && !stopped.get(); traces++) {
      var avoid = traces % FREE_SHARE == 0 ? new BitSet() : avoided;
      var run = first.draw(Seeds.mix(plan.seed(), traces), common, avoid);
      for (var stage : stages.subList(1, stages.size())) {
        compare(first, run, stage);
      }
      if (traces % 100 == 99) {
        progress.accept(
            "%d of %d traces, %d partings".formatted(traces + 1, plan.traces(), seen.size()));
      }
    }
  }

  private void compare(Stage first, Stage.Run run, Stage stage) {
    var causes = new HashSet<Cause>();
    for (var found : partings(first, run, stage)) {
      if (causes.add(found.cause()) && (seen.containsKey(found.cause()) || !isFull())) {
        var trace = run.trace().withLines(run.trace().lines().subList(0, found.line() + 1));
        var known = seen.computeIfAbsent(found.cause(), _ -> new Seen(trace, stage));
        known.times.merge(stage.spelling(), 1L, Long::sum);
        if (trace.lines().size() < known.trace.lines().size()) {
          known.trace = trace;
          known.stage = stage;
        }
      }
    }
  }

  private boolean isFull() {
    return seen.size() >= PARTING_COUNT_MAX;
  }

  /// Runs the trace of `run` on `stage`; returns where it parts from what `run` shows.
  private List<Found> partings(Stage first, Stage.Run run, Stage stage) {
    var facets = new Facets(first.contract(), stage.contract());
    var other = stage.run(run.trace());
    var all = new ArrayList<Found>();
    var hasParted = false;
    for (var line = 0; line < other.sights().size(); line++) {
      var one = run.sights().get(line);
      var two = other.sights().get(line);
      if (one == null || two == null) {
        continue;
      }
      calls++;
      var difference = facets.between(one, two, hasParted);
      for (var cause : difference.causes()) {
        all.add(new Found(cause, line));
        hasParted |= cause.facet() == Facet.HARDWARE;
      }
      if (difference.ends()) {
        avoided.set(one.stepClass());
      }
      if (difference.ends() || two.violated().isPresent()) {
        break;
      }
    }
    return all;
  }

  private List<Parting> partings(List<Stage> stages, Contract common) {
    var partings = new ArrayList<Parting>();
    for (var entry : seen.entrySet()) {
      progress.accept(
          "making traces smaller: %d of %d".formatted(partings.size() + 1, seen.size()));
      partings.add(parting(entry.getKey(), entry.getValue(), stages, common));
    }
    partings.sort(
        Comparator.comparing((Parting parting) -> !parting.isDefect())
            .thenComparing(parting -> parting.cause().facet())
            .thenComparingLong(
                parting -> -parting.times().values().stream().mapToLong(Long::longValue).sum()));
    return partings;
  }

  private Parting parting(Cause cause, Seen first, List<Stage> stages, Contract common) {
    var expressible = new Expressible(common, common.levels(), first.trace);
    FailureOracle oracle =
        trace ->
            expressible.holds(trace)
                ? parted(cause, trace, stages.getFirst(), first.stage)
                : Optional.empty();
    var shrunk = new Shrinker(oracle, BUDGET).shrink(first.trace);
    var trace = shrunk.isPresent() ? shrunk.get().trace() : first.trace;
    var answers = stages.stream().map(stage -> answer(stage, trace)).toList();
    return new Parting(
        cause, first.times, trace, shrunk.isPresent() && shrunk.get().certified(), answers);
  }

  /// Returns the lines of `trace` up to where `stage` parts from `first` for `cause`.
  private Optional<Trace> parted(Cause cause, Trace trace, Stage first, Stage stage) {
    var run = first.run(trace);
    return partings(first, run, stage).stream()
        .filter(found -> found.cause().equals(cause))
        .findFirst()
        .map(found -> trace.withLines(trace.lines().subList(0, found.line() + 1)));
  }

  private static Parting.Answer answer(Stage stage, Trace trace) {
    var sights = stage.run(trace).sights();
    var last = sights.size() == trace.lines().size() ? sights.getLast() : null;
    if (last == null) {
      return new Parting.Answer(stage.spelling(), "went another way before", "", "");
    }
    return new Parting.Answer(
        stage.spelling(),
        OutcomeText.print(last.given()),
        last.seesBytes() ? last.hardware() : "",
        last.violated().map(Requirement::id).orElse(""));
  }
}
