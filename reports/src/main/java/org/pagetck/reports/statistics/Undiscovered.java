package org.pagetck.reports.statistics;

import org.pagetck.properties.record.StatisticsRecord.UndiscoveredRow;

/// How likely the next trace shows a class of steps that none showed (Good, Biometrika 40, 1953).
/// The estimate has no exact interval of its own. The bound has: it comes from the traces that were
/// run after the classes known by then had been noted, each of which showed something new or did
/// not.
final class Undiscovered {
  private Undiscovered() {}

  static UndiscoveredRow of(Counts counts) {
    var discovery = counts.discovery();
    if (counts.traces() == 0 || discovery.traces() == 0) {
      return UndiscoveredRow.NONE;
    }
    var singletons = (int) counts.coverage().stream().filter(row -> row.traces() == 1).count();
    var bound =
        new Proportion(discovery.novel(), discovery.traces()).upperBound(RunStatistics.CONFIDENCE);
    return new UndiscoveredRow(
        singletons,
        Digits.rounded((double) singletons / counts.traces()),
        discovery.known(),
        discovery.traces(),
        discovery.novel(),
        Digits.rounded(bound));
  }
}
