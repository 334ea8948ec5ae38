package org.pagetck.properties.judge;

import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.FlushAll;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.StepObservation;

/// Judges what other processors and their caches make of one step: the order of its stores and the
/// flushes that it asks for.
public final class HardwareJudge implements Judge {
  private final Timeline timeline;
  private final StepFlushes flushes;
  private final OrderJudge order;
  private final PrefixJudge prefixes;
  private final SizeChange sizes;
  private final FlushJudge stale;
  private final FlushNeed need;
  private final Fills fills;

  /// Creates it for one trace whose root table is at `root`, with real MMUs to put missing flushes
  /// to.
  public HardwareJudge(
      SpaceRules rules, Contract contract, TableBytes bytes, long root, MmuBench bench) {
    this.timeline = new Timeline(rules, bytes);
    this.flushes = new StepFlushes(contract.flushAll() == FlushAll.GLOBAL);
    var walk = new SkewedWalk(timeline, root);
    var leaves = new LeavesBelow(bytes, rules.format());
    this.order = new OrderJudge(contract, timeline);
    this.prefixes = new PrefixJudge(timeline, flushes, walk, leaves);
    this.sizes = new SizeChange(timeline);
    this.fills = new Fills(rules.levels());
    var format = rules.format();
    var mode = new PagingMode(rules.levels(), format.physicalWidth(), format.noExecute());
    var trial = new StaleTrial(timeline, mode, root, bench);
    var pieces = new StalePieces(timeline, walk, bytes);
    this.stale = new FlushJudge(contract, timeline, flushes, walk, leaves, fills, trial, pieces);
    this.need = new FlushNeed(contract, timeline);
  }

  /// Says whether the host carries flushes out later that answers ask for from now on. If not,
  /// those that wait happen.
  public void setDelayed(boolean isDelayed) {
    flushes.setDelayed(isDelayed);
  }

  /// Says that the next line of the trace begins.
  public void nextStep() {
    fills.nextStep();
  }

  /// Forgets what filled caches so far: what follows is no part of the same trace.
  public void forget() {
    fills.forget();
  }

  /// Notes that a processor made an access to `address`, which was allowed: that fills caches.
  public void noteAccess(long address) {
    fills.access(address);
  }

  /// Notes that the host changed the entry at `level` that covers `address`.
  public void noteHostChange(int level, long address) {
    fills.change(level, address);
  }

  @Override
  public void judge(StepObservation seen, Verdicts verdicts) {
    timeline.read(seen);
    flushes.read(seen, timeline);
    if (timeline.isOrdered()) {
      order.judge(seen, verdicts);
      prefixes.judge(seen, verdicts);
      sizes.judge(seen, verdicts);
    }
    if (!seen.hasFailed()) {
      flushes(seen, verdicts);
    }
    for (var i = 0; i < timeline.visibleCount(); i++) {
      fills.change(timeline.level(i), timeline.base(i));
    }
  }

  private void flushes(StepObservation seen, Verdicts verdicts) {
    var isUnsaid = Flush.askedBy(seen.given()) instanceof Flush.Unsaid;
    if (isUnsaid) {
      verdicts.noteFlush(hasFlush(seen.log()));
      return;
    }
    if (carriesFlush(seen.given())) {
      verdicts.noteFlush(true);
    }
    need.judge(seen, verdicts);
    if (timeline.visibleCount() > 0) {
      stale.judge(seen, verdicts);
    }
  }

  private static boolean carriesFlush(Outcome given) {
    return given instanceof Outcome.Done
        || given instanceof Outcome.Removed
        || given instanceof Outcome.RemovedReserved;
  }

  private static boolean hasFlush(EventLog log) {
    for (var i = 0; i < log.count(); i++) {
      if (log.kind(i) == EventLog.FLUSH) {
        return true;
      }
    }
    return false;
  }
}
