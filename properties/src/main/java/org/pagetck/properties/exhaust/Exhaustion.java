package org.pagetck.properties.exhaust;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.exhaust.Crew.Chunk;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.subject.Subject;

/// Reaches all states of a universe, those first that take the fewest moves, and judges every move
/// from each of them.
///
/// States are numbered in an order that depends on subject and universe alone, not on the number of
/// jobs: the states of a depth are taken in rounds of a fixed size, and what a round reached is
/// numbered when it is over. A move that violates something leads nowhere; the others go on.
public final class Exhaustion {
  private static final int CHUNK_STATES = 32;
  private static final int ROUND_CHUNKS = 32;

  private final Subject subject;
  private final Contracts contracts;
  private final ExhaustPlan plan;
  private final Watcher watcher;
  private final Universe universe;
  private final Contract contract;
  private final StateStore store = new StateStore();
  private final SlotCodes codes = new SlotCodes();
  private final Totals totals = new Totals();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final long startNanos = System.nanoTime();
  private int depth;
  private int expanded;
  private Optional<String> bound = Optional.empty();

  /// Sees how far a search has come.
  public interface Watcher {
    /// So many `states` were reached at up to `depth` moves from the beginning, `waiting` of them
    /// still have to make their moves; so many `transitions` were judged, and showed so many kinds
    /// of `failures`.
    void update(long states, long waiting, long transitions, int depth, int failures);
  }

  /// Creates a search on `subject`.
  public Exhaustion(Subject subject, Contracts contracts, ExhaustPlan plan, Watcher watcher) {
    this.subject = subject;
    this.contracts = contracts;
    this.plan = plan;
    this.watcher = watcher;
    this.universe = plan.universe();
    this.contract = contracts.of(universe.setup());
  }

  /// Tells whether the states of a mapper under `contract` are known by what memory holds.
  public static boolean isMerging(Contract contract) {
    return contract.restorable() && contract.effects() != Effects.NONE;
  }

  /// Makes [#run] come to its end early; may be called from any thread.
  public void stop() {
    stopped.set(true);
  }

  /// Searches.
  ///
  /// @throws org.pagetck.properties.subject.SubjectFailedException if the subject cannot be started
  ///   or opened
  /// @throws UnsteadyException if the subject cannot be restored and does not do the same each time
  public ExhaustResult run() {
    try (var crew = new Crew(plan.jobs(), this::explorer, this::isOver)) {
      var standpoint = crew.first().standpoint();
      store.addRoot(standpoint.key(), standpoint.places());
      search(crew);
    }
    var searched = seconds();
    var shown = new Shown(subject, contracts, universe, store, totals);
    var findings = shown.violations();
    var misses = shown.misses();
    return new ExhaustResult(
        universe,
        isMerging(contract),
        store.count(),
        totals.transitions(),
        depth,
        unclosed(),
        totals.checked(),
        searched,
        findings,
        misses,
        totals.errors().stream().toList());
  }

  private Explorer explorer() {
    var verdicts = new Verdicts();
    var standpoint =
        isMerging(contract)
            ? new Restoring(subject, contract, universe, store, codes, verdicts)
            : new Replaying(subject, contract, universe, store, verdicts);
    return new Explorer(universe, store, standpoint);
  }

  private void search(Crew crew) {
    for (var end = 1; expanded < end && bound.isEmpty(); end = store.count()) {
      if (depth == plan.depthMax()) {
        bound = Optional.of("it was to go %d moves deep".formatted(depth));
        return;
      }
      store.turn();
      while (expanded < end && bound.isEmpty()) {
        round(crew, end);
      }
      if (bound.isEmpty() && store.count() > end) {
        depth++;
      }
    }
  }

  /// Makes the moves from some of the states below number `end`.
  private void round(Crew crew, int end) {
    var chunks = new ArrayList<Chunk>();
    for (var from = expanded; from < end && chunks.size() < ROUND_CHUNKS; from += CHUNK_STATES) {
      chunks.add(new Chunk(from, Math.min(end, from + CHUNK_STATES)));
    }
    for (var expansion : crew.expand(chunks, totals.deadly())) {
      totals.add(expansion.totals());
      for (var i = 0; i < expansion.candidates().count(); i++) {
        store.add(expansion.candidates(), i);
      }
      if (!expansion.isComplete()) {
        bound = Optional.of(stopped.get() ? "it was stopped" : "its time was up");
      }
    }
    expanded = chunks.getLast().last();
    if (bound.isEmpty()) {
      bound = overrun();
    }
    watcher.update(
        store.count(),
        store.count() - expanded,
        totals.transitions(),
        depth,
        totals.violations().size());
  }

  private Optional<String> overrun() {
    if (store.count() > plan.stateCountMax()) {
      return Optional.of("it reached more than %d states".formatted(plan.stateCountMax()));
    }
    return store.sizeBytes() > plan.memoryBytesMax()
        ? Optional.of("its states take more than %d MiB".formatted(plan.memoryBytesMax() >> 20))
        : Optional.empty();
  }

  private Optional<String> unclosed() {
    return bound
        .or(() ->
            totals.skipped() == 0
                ? Optional.empty()
                : Optional.of(
                    "%d calls were not made, of a kind that makes the subject die or hang"
                        .formatted(totals.skipped())))
        .or(() ->
            totals.errors().isEmpty()
                ? Optional.empty()
                : Optional.of("nothing is known of some moves"));
  }

  private boolean isOver() {
    return stopped.get()
        || plan.time().filter(time -> seconds() > time.toNanos() / 1e9).isPresent();
  }

  private double seconds() {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
