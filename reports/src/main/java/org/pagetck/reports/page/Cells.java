package org.pagetck.reports.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.properties.record.RunRecord.CoverageRow;

/// Counts of classes of steps, added up over levels: the cells of the heat map.
final class Cells {
  /// What stands for a slot where the arguments decided.
  static final String ARGUMENTS = "ARGUMENTS";

  private static final List<String> STATES =
      List.of(ARGUMENTS, "EMPTY", "RESERVED", "LINK", "LEAF", "MALFORMED");
  private static final List<String> SIZES = List.of("", "4K", "2M", "1G");

  private final Map<Line, Map<Column, Cell>> cells = new TreeMap<>();

  /// A line of the map.
  ///
  /// @param operation the kind of operation
  /// @param size the page size, or empty
  record Line(String operation, String size) implements Comparable<Line> {
    private static final Comparator<Line> ORDER =
        Comparator.comparingInt(Line::place)
            .thenComparing(Line::operation)
            .thenComparingInt(line -> SIZES.indexOf(line.size()));

    /// Returns the place of the kind; forms of a kind stand behind it.
    private int place() {
      return OperationKind.byKey(operation.split(" ", 2)[0])
          .map(OperationKind::ordinal)
          .orElse(OperationKind.all().size());
    }

    @Override
    public int compareTo(Line other) {
      return ORDER.compare(this, other);
    }
  }

  /// A column of the map.
  ///
  /// @param state the state of the slot that decided, or ARGUMENTS
  /// @param outcome the owed outcome
  record Column(String state, String outcome) implements Comparable<Column> {
    private static final Comparator<Column> ORDER =
        Comparator.comparingInt((Column column) -> STATES.indexOf(column.state()))
            .thenComparing(column -> !column.outcome().equals("ok"))
            .thenComparing(Column::outcome);

    @Override
    public int compareTo(Column other) {
      return ORDER.compare(this, other);
    }
  }

  /// A cell of the map.
  ///
  /// @param count how often its classes occurred
  /// @param reached how many of them did
  /// @param unreached how many never did
  record Cell(long count, int reached, int unreached) {
    private static final Cell NONE = new Cell(0, 0, 0);

    Cell plus(Cell other) {
      return new Cell(count + other.count, reached + other.reached, unreached + other.unreached);
    }
  }

  Cells(List<CoverageRow> coverage, List<CoverageRow> unreached) {
    coverage.forEach(row -> add(row, new Cell(row.count(), 1, 0)));
    unreached.forEach(row -> add(row, new Cell(0, 0, 1)));
  }

  private void add(CoverageRow row, Cell cell) {
    cells
        .computeIfAbsent(new Line(row.operation(), row.size()), _ -> new TreeMap<>())
        .merge(new Column(row.decidedBy(), row.outcome()), cell, Cell::plus);
  }

  List<Line> lines() {
    return List.copyOf(cells.keySet());
  }

  List<Column> columns() {
    return cells.values().stream()
        .flatMap(line -> line.keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  Cell at(Line line, Column column) {
    return cells.getOrDefault(line, Map.of()).getOrDefault(column, Cell.NONE);
  }
}
