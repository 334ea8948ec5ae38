package org.pagetck.reports.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.pagetck.properties.record.RunRecord.CoverageRow;

/// Classes of steps in words, those that differ in the level alone as one.
final class Unreached {
  private Unreached() {}

  static List<String> names(List<CoverageRow> classes) {
    var levels = new LinkedHashMap<String, List<Integer>>();
    for (var row : classes) {
      levels.computeIfAbsent(name(row), _ -> new ArrayList<>()).add(row.level());
    }
    return levels.entrySet().stream()
        .map(entry -> entry.getKey() + levels(entry.getValue()))
        .toList();
  }

  private static String name(CoverageRow row) {
    var what = (row.operation() + " " + row.size()).strip();
    return row.decidedBy().equals(Cells.ARGUMENTS)
        ? "%s: arguments refused with %s".formatted(what, row.outcome())
        : "%s: %s by %s".formatted(what, row.outcome(), row.decidedBy());
  }

  private static String levels(List<Integer> levels) {
    if (levels.equals(List.of(0))) {
      return "";
    }
    return (levels.size() == 1 ? " at level " : " at levels ")
        + levels.stream().sorted().map(Object::toString).collect(Collectors.joining(", "));
  }
}
