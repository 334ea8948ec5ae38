package org.pagetck.properties.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.subject.Subject;

/// Judges a subject: draws traces in rounds of blocks, spread over jobs, and investigates what
/// fails.
///
/// What was found is shared between blocks at the ends of rounds only, so that the result for a
/// number of traces depends on the seed alone, not on the number of jobs.
public final class Checker {
  private static final int BLOCKS_PER_ROUND = 16;
  private static final int FINDING_COUNT_MAX = 100;

  private final Subject subject;
  private final Contracts contracts;
  private final CheckPlan plan;
  private final Progress progress;
  private final MmuPanel panel;
  private final List<Requirement> applicable;
  private final Tally total = new Tally();
  private final Novelties novelties = new Novelties();
  private final Findings findings;
  private final BitSet avoided = new BitSet();
  private final BitSet deadly = new BitSet();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final long startNanos = System.nanoTime();

  /// Creates a check of `subject`.
  public Checker(Subject subject, Contracts contracts, CheckPlan plan, Progress progress) {
    this(subject, contracts, plan, progress, MmuPanel.none());
  }

  /// Creates a check of `subject` that puts a share of the steps, and every finding on rights, to
  /// the real MMUs of `panel`, too.
  public Checker(
      Subject subject, Contracts contracts, CheckPlan plan, Progress progress, MmuPanel panel) {
    this.panel = panel;
    this.subject = subject;
    this.contracts = contracts;
    this.plan = plan;
    this.progress = progress;
    this.findings = new Findings(contracts.declaration().known(), plan.day());
    this.applicable =
        Requirement.all().stream()
            .filter(it -> Applicability.reasonAgainst(it, contracts.declared()).isEmpty())
            .toList();
  }

  /// Makes [#run] come to its end early; may be called from any thread.
  public void stop() {
    stopped.set(true);
  }

  /// Runs the check.
  ///
  /// @throws org.pagetck.properties.subject.SubjectFailedException if the subject cannot be started
  ///   or opened
  public RunResult run() {
    try (var runners = new RunnerPool(subject, contracts, plan, panel);
        var executor =
            Executors.newFixedThreadPool(plan.jobs(), Thread.ofPlatform().daemon().factory())) {
      report("checking");
      var strays = new StrayStores(runners);
      for (var round = 0L;
          !isOver() && round * BLOCKS_PER_ROUND * Block.TRACE_COUNT < plan.traces();
          round++) {
        round(runners, executor, round, strays);
      }
      search(runners, strays, strays.look());
      return new Results(subject, contracts, plan, total, findings, panel)
          .result(novelties.discovery(total), seconds());
    }
  }

  /// Finds the step of `suspects` that changed memory and did not show it.
  private void search(RunnerPool runners, StrayStores strays, List<Block> suspects) {
    if (suspects.isEmpty()) {
      return;
    }
    report("looking for a stray store");
    var seen = new Tally();
    strays
        .search(suspects)
        .filter(failure -> !total.sightings().containsKey(failure.signature()))
        .ifPresent(seen::addFailure);
    investigate(runners, total.add(seen));
  }

  private void round(RunnerPool runners, ExecutorService executor, long round, StrayStores strays) {
    var known = (BitSet) avoided.clone();
    var blocks = new ArrayList<Block>();
    for (var i = 0; i < BLOCKS_PER_ROUND; i++) {
      var first = (round * BLOCKS_PER_ROUND + i) * Block.TRACE_COUNT;
      var count = (int) Math.min(Block.TRACE_COUNT, plan.traces() - first);
      if (count > 0) {
        // One block of a round still takes the steps that cost a fresh start each.
        var costly = i == 0 ? new BitSet() : (BitSet) deadly.clone();
        blocks.add(
            new Block(
                runners,
                plan.seed(),
                first,
                count,
                known,
                costly,
                novelties.known(),
                this::isOver));
      }
    }
    var tallies = blocks.stream().map(executor::submit).toList();
    var fresh = new ArrayList<Tally.Sighting>();
    for (var tally : tallies) {
      fresh.addAll(total.add(await(tally)));
      report("checking");
    }
    novelties.endRound(total);
    strays.add(blocks);
    // Investigating wipes away what is amiss in the memory of a runner.
    var suspects = strays.isDue() || !fresh.isEmpty() ? strays.look() : List.<Block>of();
    investigate(runners, fresh);
    search(runners, strays, suspects);
  }

  private static Tally await(Future<Tally> block) {
    try {
      return block.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void investigate(RunnerPool runners, List<Tally.Sighting> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    var runner = runners.take();
    try {
      var due = new ArrayDeque<>(fresh);
      while (!due.isEmpty()) {
        var sighting = due.remove();
        if (findings.count() < FINDING_COUNT_MAX) {
          investigate(runner, sighting)
              .filter(_ -> !sighting.first().isCostly() && !sighting.first().isOverArbitraryBytes())
              .ifPresent(finding -> due.addAll(sweep(runner, finding)));
        }
      }
    } finally {
      runners.giveBack(runner);
    }
  }

  /// Lets each allocation of a finding's trace fail; returns the kinds of failure that were not
  /// seen before.
  private List<Tally.Sighting> sweep(TraceRunner runner, Finding finding) {
    var seen = new Tally();
    runner.sweep(finding.trace()).forEach(seen::addFailure);
    return total.add(seen);
  }

  private Optional<Finding> investigate(TraceRunner runner, Tally.Sighting sighting) {
    var failure = sighting.first();
    report("shrinking");
    var finding = new Investigator(runner).investigate(failure, sighting.step(), sighting.times());
    if (finding.isEmpty()) {
      total.addError("a failure did not show again: %s".formatted(failure.signature()));
      return finding;
    }
    if (failure.isOfAdapter()) {
      findings.addErrored(Requirement.LOG_01);
      total.addError(behindLog(finding.get()));
      return Optional.empty();
    }
    if (isAskedFor(finding.get().requirement(), finding.get().also())) {
      findings.add(failure.signature(), finding.get());
    }
    if (!failure.isMiss() && !failure.isOverArbitraryBytes()) {
      avoided.set(failure.stepClass());
      if (failure.isCostly()) {
        deadly.set(failure.stepClass());
      }
    }
    return finding;
  }

  private static String behindLog(Finding finding) {
    return "the adapter declares effects = stores, and stores behind the log (LOG-01): %s"
        .formatted(
            finding.trace().lines().stream()
                .map(LineText::print)
                .collect(Collectors.joining("; ")));
  }

  private boolean isAskedFor(Requirement primary, List<Requirement> also) {
    return plan.only().isEmpty()
        || plan.only().contains(primary)
        || also.stream().anyMatch(plan.only()::contains);
  }

  private boolean isOver() {
    return stopped.get()
        || plan.time().filter(time -> seconds() > time.toNanos() / 1e9).isPresent();
  }

  private double seconds() {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  private void report(String activity) {
    var exercised =
        (int) applicable.stream().filter(it -> total.exercised()[it.ordinal()] > 0).count();
    var share =
        plan.time()
            .map(time -> seconds() / (time.toNanos() / 1e9))
            .orElse((double) total.traces() / plan.traces());
    progress.update(
        new Progress.State(
            total.traces(),
            total.steps(),
            exercised,
            applicable.size(),
            findings.count(),
            seconds(),
            Math.min(1, share),
            activity));
  }
}
