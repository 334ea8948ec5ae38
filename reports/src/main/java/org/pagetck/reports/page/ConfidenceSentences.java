package org.pagetck.reports.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pagetck.properties.record.StatisticsRecord;
import org.pagetck.properties.record.StatisticsRecord.ClassTestRow;

/// What statistics say, for people who do none: first what follows, then what it follows from.
final class ConfidenceSentences {
  /// By how much rarer a kind of step has to be to count as rare for certain.
  private static final long FACTOR = 10;

  private ConfidenceSentences() {}

  /// Returns for each kind of operation of a clean run how often it may still fail.
  static Map<String, String> operationBounds(StatisticsRecord statistics) {
    var bounds = new LinkedHashMap<String, String>();
    for (var row : statistics.operationBounds()) {
      bounds.put(
          row.id(),
          "one in %s, after %s without any"
              .formatted(
                  Words.grouped((long) Math.floor(1 / row.rateMax())), Words.grouped(row.clean())));
    }
    return bounds;
  }

  /// Returns which kinds of steps occur often enough, or nothing where that is not known.
  static String classes(ClassTestRow test) {
    var all = test.enough() + test.open() + test.rare().size();
    if (all == 0) {
      return "";
    }
    return "Of %s kinds of steps, %s come up in more than one of %s traces, %s in fewer than one of %s; for %s there were too few traces to tell. At most one run in %s is wrong about any of them, however long it is and whenever one looks (Wald's sequential test)."
        .formatted(
            Words.grouped(all),
            Words.grouped(test.enough()),
            Words.grouped(FACTOR * test.oneIn()),
            Words.grouped(test.rare().size()),
            Words.grouped(test.oneIn()),
            Words.grouped(test.open()),
            Words.grouped(Math.round(1 / test.error())));
  }

  /// Returns how likely the next trace shows something new, or nothing where that is not known.
  static String undiscovered(StatisticsRecord statistics) {
    var row = statistics.undiscovered();
    if (row.traces() == 0) {
      return "";
    }
    return "The chance that the next trace shows a kind of step that none has shown so far is at most %s, with %s confidence: of %s run after the kinds in the first %s had been noted, %s showed another. The best guess (Good and Turing) is %s, since %s came up in a single trace."
        .formatted(
            Words.percent(row.rateMax()),
            Words.percent(statistics.confidence()),
            Words.counted(row.traces(), "trace"),
            Words.grouped(row.known()),
            Words.grouped(row.novel()),
            Words.percent(row.estimate()),
            Words.counted(row.singletons(), "kind"));
  }
}
