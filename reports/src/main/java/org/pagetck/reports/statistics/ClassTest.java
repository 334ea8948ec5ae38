package org.pagetck.reports.statistics;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.properties.record.RunRecord.CoverageRow;
import org.pagetck.properties.record.StatisticsRecord.ClassTestRow;

/// Tests every class of steps that occurred or is owed: does one of so many traces show it? Of a
/// million runs, one says something wrong of any class, however long they are and however often
/// they are looked at.
final class ClassTest {
  private static final long ONE_IN = 5_000;
  private static final double FACTOR = 10;
  private static final double ERROR = 1e-6;

  private ClassTest() {}

  static ClassTestRow of(Counts counts, List<CoverageRow> unreached) {
    var isCounted = counts.coverage().stream().allMatch(row -> row.traces() > 0);
    var all = new ArrayList<>(counts.coverage());
    all.addAll(unreached);
    if (!isCounted || all.isEmpty()) {
      return ClassTestRow.NONE;
    }
    var test = new SequentialTest(1.0 / ONE_IN, FACTOR, ERROR / all.size());
    var enough = 0;
    var open = 0;
    var rare = new ArrayList<CoverageRow>();
    for (var row : all) {
      switch (test.verdict(row.traces(), counts.traces())) {
        case ENOUGH -> enough++;
        case OPEN -> open++;
        case RARE -> rare.add(row);
      }
    }
    return new ClassTestRow(ONE_IN, ERROR, enough, open, rare);
  }
}
