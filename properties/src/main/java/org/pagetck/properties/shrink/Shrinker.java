package org.pagetck.properties.shrink;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.verdict.Minimality;

/// Makes failing traces small: cuts what comes after the failure, deletes lines, then simplifies
/// every argument, jointly where arguments are related, until no step finds anything smaller in
/// [TraceOrder]. One thread, no randomness.
public final class Shrinker {
  private static final List<Step> ARGUMENT_STEPS =
      List.of(
          SetupSteps::run,
          LineSteps::run,
          SizeSteps::run,
          FlagSteps::run,
          AddressSteps::run,
          FrameSteps::run,
          WordSteps::run,
          SequenceSteps::run);

  private final FailureOracle oracle;
  private final ShrinkBudget budget;
  private final LongSupplier nanoTime;

  /// Creates a shrinker that asks `oracle` within `budget`, on the clock of the machine.
  public Shrinker(FailureOracle oracle, ShrinkBudget budget) {
    this(oracle, budget, System::nanoTime);
  }

  /// Creates a shrinker that asks `oracle` within `budget`, on the clock `nanoTime`.
  public Shrinker(FailureOracle oracle, ShrinkBudget budget, LongSupplier nanoTime) {
    this.oracle = oracle;
    this.budget = budget;
    this.nanoTime = nanoTime;
  }

  /// Returns the smallest trace found that fails as `trace` does, or nothing where `trace` itself
  /// does not fail.
  public Optional<Shrunk> shrink(Trace trace) {
    var failing = oracle.failing(trace);
    if (failing.isEmpty()) {
      return Optional.empty();
    }
    var search = new Search(oracle, budget, nanoTime, failing.get());
    Deletions.blocks(search);
    var minimality = descend(search);
    return Optional.of(new Shrunk(search.current(), minimality, search.runs()));
  }

  /// Goes down until no step leads further, and nothing shorter fails as far as that may be asked.
  private Minimality descend(Search search) {
    while (true) {
      while (improves(search, Shrinker::pass)
          || improves(search, Deletions::pairs)
          || improves(search, PairSteps::run)
          || improves(search, Exchanges::run)
          || improves(search, Replacements::run)
          || improves(search, Substitutes::run)) {
        // The cheapest that finds something goes on, the dearest comes last.
      }
      if (search.hasEnded()) {
        return Minimality.unproven(false);
      }
      var smallest = search.current();
      var shorter = new ShorterTraces(smallest);
      if (shorter.runsMax() > budget.proofRunsMax()) {
        return shorter.untried();
      }
      var known = shorter.run(search);
      if (search.current().equals(smallest)) {
        return known;
      }
    }
  }

  private static void pass(Search search) {
    Deletions.singles(search);
    Deletions.withFrames(search);
    Deletions.groups(search);
    Deletions.pairsOfKinds(search);
    ARGUMENT_STEPS.forEach(step -> step.run(search));
  }

  private static boolean improves(Search search, Step step) {
    var before = search.current();
    step.run(search);
    return !search.current().equals(before);
  }
}
