package org.pagetck.properties.engine;

import java.util.BitSet;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.pagetck.properties.choice.Seeds;

/// A number of traces in a row, run by one thread: the unit in which a check is spread over jobs.
/// What it finds depends on nothing but the seed, the number of its first trace and the classes to
/// avoid.
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
  private final BooleanSupplier isOver;

  Block(
      RunnerPool runners,
      long seed,
      long firstTrace,
      int traceCount,
      BitSet avoided,
      BooleanSupplier isOver) {
    this.runners = runners;
    this.seed = seed;
    this.firstTrace = firstTrace;
    this.traceCount = traceCount;
    this.avoided = avoided;
    this.isOver = isOver;
  }

  @Override
  public Tally call() {
    var tally = new Tally();
    var runner = runners.take();
    try {
      var nothing = new BitSet();
      for (var i = 0; i < traceCount && !isOver.getAsBoolean(); i++) {
        var number = firstTrace + i;
        var avoid = number % FREE_SHARE == 0 ? nothing : avoided;
        runner.generate(Seeds.mix(seed, number), avoid, tally).ifPresent(tally::addFailure);
      }
      return tally;
    } finally {
      runners.giveBack(runner);
    }
  }
}
