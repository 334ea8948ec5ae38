package org.pagetck.properties.engine;

import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.pagetck.properties.choice.Seeds;

/// A number of traces in a row, run by one thread: the unit in which a check is spread over jobs.
/// What it finds depends on nothing but the seed, the number of its first trace and the classes to
/// avoid. Steps of a class that made the subject die or hang are not taken again in the same block,
/// nor in one that is told of them.
final class Block implements Callable<Tally> {
  /// Traces of one block.
  static final int TRACE_COUNT = 64;

  /// One trace in so many is drawn without regard to what was found before.
  private static final int FREE_SHARE = 4;

  private final RunnerPool runners;
  private final long seed;
  private final long firstTrace;
  private final int traceCount;
  private final BitSet avoided;
  private final BitSet deadly;
  private final BitSet occurred;
  private final BooleanSupplier isOver;

  Block(
      RunnerPool runners,
      long seed,
      long firstTrace,
      int traceCount,
      BitSet avoided,
      BitSet deadly,
      BitSet occurred,
      BooleanSupplier isOver) {
    this.runners = runners;
    this.seed = seed;
    this.firstTrace = firstTrace;
    this.traceCount = traceCount;
    this.avoided = avoided;
    this.deadly = deadly;
    this.occurred = occurred;
    this.isOver = isOver;
  }

  @Override
  public Tally call() {
    var runner = runners.take();
    try {
      return run(runner, isOver);
    } finally {
      runners.giveBack(runner);
    }
  }

  /// Runs the block once more.
  void repeat(TraceRunner runner) {
    run(runner, () -> false);
  }

  /// Runs the block once more, where memory changed in a way that no step of it showed, and finds
  /// the first step that did so.
  Optional<Failure> searchUnseen(TraceRunner runner) {
    runner.audit();
    repeat(runner);
    if (!runner.audit()) {
      return Optional.empty();
    }
    for (var i = 0; i < traceCount; i++) {
      var seed = Seeds.mix(this.seed, firstTrace + i);
      runner.generate(seed, new BitSet(), Tally.withoutClasses());
      if (runner.audit()) {
        runner.setAudits(true);
        try {
          return runner.generate(seed, new BitSet(), Tally.withoutClasses());
        } finally {
          runner.setAudits(false);
        }
      }
    }
    return Optional.empty();
  }

  private Tally run(TraceRunner runner, BooleanSupplier ended) {
    var tally = new Tally(occurred);
    var costly = (BitSet) deadly.clone();
    var known = (BitSet) avoided.clone();
    for (var i = 0; i < traceCount && !ended.getAsBoolean(); i++) {
      var number = firstTrace + i;
      var avoid = number % FREE_SHARE == 0 ? costly : known;
      var failure = runner.generate(Seeds.mix(seed, number), avoid, tally);
      failure.ifPresent(tally::addFailure);
      failure
          .filter(it -> it.isCostly() && !it.isOverArbitraryBytes())
          .ifPresent(it -> {
            costly.set(it.stepClass());
            known.set(it.stepClass());
          });
    }
    return tally;
  }
}
