package org.pagetck.reports.statistics;

import java.util.List;
import org.pagetck.properties.record.StatisticsRecord.FitRow;

/// Tests whether draws fit what they are meant to be. Of runs whose generators are right, one in a
/// thousand fails one of the tests, however many there are; no verdict on a mapper depends on it.
final class GeneratorFit {
  private static final double ERROR = 0.001;

  private GeneratorFit() {}

  /// Returns a row per kind of draw; those with too few draws for a verdict are left out.
  static List<FitRow> of(List<Draws> all) {
    var tested = all.stream().filter(Draws::isEnough).toList();
    return tested.stream().map(draws -> row(draws, tested.size())).toList();
  }

  private static FitRow row(Draws draws, int tests) {
    var probability = draws.probability();
    return new FitRow(
        draws.name(),
        draws.drawn(),
        Digits.rounded(draws.statistic()),
        draws.degrees(),
        Digits.rounded(probability),
        probability >= ERROR / tests);
  }
}
