package org.pagetck.reports.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Effects;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.trace.FrameOrder;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.choice.Choices;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.generate.Profile;
import org.pagetck.properties.generate.TraceGenerator;

/// The traces of a run drawn once more from its seed, without a mapper, and counted beside what the
/// generators intend. Equal seeds give equal counts.
///
/// A run itself says less of the generators: it leaves out steps of classes already found to fail,
/// and ends traces where something is violated.
final class GeneratorDraws {
  private static final int SEED_BINS = 256;

  private final Contract contract;
  private final long[] seeds = new long[SEED_BINS];
  private final long[] profiles = new long[Profile.all().size()];
  private final long[] levels;
  private final long[] orders = new long[FrameOrder.all().size()];
  private final long[][] operations = new long[Profile.all().size()][OperationKind.all().size()];

  private GeneratorDraws(Contract contract) {
    this.contract = contract;
    this.levels = new long[contract.levels().size()];
  }

  /// Draws the first `count` traces of the run that begins with `seed`.
  static List<Draws> of(long seed, long count, Contract contract) {
    return of(List.of(new Counts.Draw(seed, count)), contract);
  }

  /// Draws the first traces of several runs.
  static List<Draws> of(List<Counts.Draw> runs, Contract contract) {
    return of(runs, contract, RandomChoices::new);
  }

  /// Draws from another source of choices.
  static List<Draws> of(List<Counts.Draw> runs, Contract contract, LongFunction<Choices> source) {
    var draws = new GeneratorDraws(contract);
    for (var run : runs) {
      for (var number = 0L; number < run.traces(); number++) {
        draws.addTrace(Seeds.mix(run.seed(), number), source);
      }
    }
    return draws.families();
  }

  private void addTrace(long seed, LongFunction<Choices> source) {
    seeds[(int) (seed >>> (Long.SIZE - 8))]++;
    var generator = new TraceGenerator(source.apply(seed), contract);
    var profile = Profile.all().indexOf(generator.profile());
    profiles[profile]++;
    levels[contract.levels().indexOf(generator.setup().levels())]++;
    orders[generator.setup().order().ordinal()]++;
    for (var i = 0; i < generator.length(); i++) {
      if (generator.next() instanceof TraceLine.Call(var operation)) {
        operations[profile][operation.kind().ordinal()]++;
      }
    }
  }

  private List<Draws> families() {
    return List.of(
        family("seeds of traces, by their first byte", seeds, alike(SEED_BINS)),
        family("profiles of traces", profiles, profileWeights()),
        family("numbers of levels", levels, alike(levels.length)),
        family("orders of frames", orders, alike(orders.length)),
        operationsByProfile());
  }

  private static Draws family(String name, long[] counts, double[] weights) {
    var draws = new Draws(name);
    draws.add(counts, weights);
    return draws;
  }

  private static double[] alike(int outcomes) {
    var weights = new double[outcomes];
    Arrays.fill(weights, 1);
    return weights;
  }

  /// All profiles are alike likely; where bytes cannot be seen, the first stands in for those that
  /// write them.
  private double[] profileWeights() {
    var weights = alike(profiles.length);
    if (contract.effects() == Effects.NONE) {
      for (var i = 0; i < weights.length; i++) {
        if (Profile.all().get(i).arbitraryBytes()) {
          weights[0]++;
          weights[i] = 0;
        }
      }
    }
    return weights;
  }

  private Draws operationsByProfile() {
    var draws = new Draws("operations, by profile");
    for (var i = 0; i < profiles.length; i++) {
      if (profiles[i] > 0) {
        draws.add(operations[i], operationWeights(Profile.all().get(i)));
      }
    }
    return draws;
  }

  private double[] operationWeights(Profile profile) {
    return OperationKind.all().stream()
        .mapToDouble(kind -> contract.offers(kind) ? profile.weights().get(kind.ordinal()) : 0)
        .toArray();
  }
}
