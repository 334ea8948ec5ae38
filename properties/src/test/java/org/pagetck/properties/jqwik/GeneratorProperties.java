package org.pagetck.properties.jqwik;

import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.NamedContract;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.trace.FrameOrder;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.generate.Profile;
import org.pagetck.properties.generate.TraceGenerator;

/// What the generators draw, counted. What each trace draws once is bounded so far below its
/// expected count that a right generator misses the bound with a chance below 10^-9, from any seed;
/// lines, which depend on one another, have round bounds, and the seed is fixed.
class GeneratorProperties {
  private static final int TRACES = 4_000;

  /// The chance of a wrong alarm, as the exponent of e: about 10^-9.
  private static final double ALARM_EXPONENT = 20.8;

  private static final Contract CONTRACT =
      NamedContract.STRICT
          .contract()
          .with(Setting.LEVELS, List.of(4, 5))
          .with(Setting.OPERATIONS, Set.copyOf(OperationKind.all()));

  /// Returns the least count of an event of probability `p`, by Hoeffding's inequality.
  private static int atLeast(double p) {
    return (int) (TRACES * p - Math.sqrt(TRACES * ALARM_EXPONENT / 2));
  }

  private static void demand(StatisticsCoverage coverage, Object value, double p) {
    coverage.check(value).count(count -> count >= atLeast(p));
  }

  private static TraceGenerator generator(Draw draw) {
    return switch (draw) {
      case Draw.Seeded(long seed) -> new TraceGenerator(new RandomChoices(seed), CONTRACT);
      case Draw.Written written -> throw new IllegalStateException(written.toString());
    };
  }

  @Property(
      tries = TRACES,
      seed = TraceProperty.SEED,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      generation = GenerationMode.RANDOMIZED)
  void profilesLevelsAndOrdersOfFramesAreAllAlikeLikely(@ForAll(supplier = Draws.class) Draw draw) {
    var generator = generator(draw);
    Statistics.label("profile").collect(generator.profile().name());
    Statistics.label("levels").collect(generator.setup().levels());
    Statistics.label("order of frames").collect(generator.setup().order());

    Statistics.label("profile")
        .coverage(coverage ->
            Profile.all().forEach(it -> demand(coverage, it.name(), 1.0 / Profile.all().size())));
    Statistics.label("levels")
        .coverage(coverage -> List.of(4, 5).forEach(it -> demand(coverage, it, 1.0 / 2)));
    Statistics.label("order of frames")
        .coverage(coverage ->
            FrameOrder.all().forEach(it -> demand(coverage, it, 1.0 / FrameOrder.all().size())));
  }

  @Property(
      tries = TRACES,
      seed = TraceProperty.SEED,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      generation = GenerationMode.RANDOMIZED)
  void everyOperationAndEveryEventOfTheHostOccurs(@ForAll(supplier = Draws.class) Draw draw) {
    var generator = generator(draw);
    for (var i = 0; i < generator.length(); i++) {
      Statistics.label("line").collect(kind(generator.next()));
    }

    Statistics.label("line")
        .coverage(coverage -> {
          for (var kind : OperationKind.all()) {
            coverage.check(kind.key()).count(count -> count >= TRACES / 20);
          }
          for (var event : List.of("Plant", "Poke", "Access", "Budget")) {
            coverage.check(event).count(count -> count >= TRACES / 20);
          }
        });
  }

  private static String kind(TraceLine line) {
    return line instanceof TraceLine.Call call
        ? call.operation().kind().key()
        : line.getClass().getSimpleName();
  }
}
