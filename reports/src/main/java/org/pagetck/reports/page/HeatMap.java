package org.pagetck.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pagetck.properties.record.RunRecord.CoverageRow;

/// The heat map laid out: operations and sizes downwards, slot states and outcomes across, a cell
/// per pair, all in the units of the drawing.
///
/// @param width how wide the drawing is
/// @param height how high it is
/// @param cells the cells that may occur
/// @param labels the texts beside and above them
/// @param rules the lines between groups
public record HeatMap(
    int width, int height, List<Square> cells, List<Label> labels, List<Rule> rules) {
  static final int CELL_WIDTH = 38;
  static final int CELL_HEIGHT = 19;
  private static final int LEFT = 290;
  private static final int TOP = 162;
  private static final int GAP = 10;
  private static final int SHADES = 6;

  /// Copies the lists.
  public HeatMap {
    cells = List.copyOf(cells);
    labels = List.copyOf(labels);
    rules = List.copyOf(rules);
  }

  /// One cell.
  ///
  /// @param x its left edge
  /// @param y its upper edge
  /// @param kind its class: `h0` for never, to `h6`
  /// @param text the count, brief
  /// @param tip what it says in full
  /// @param isHoled whether a class that it adds up was never reached
  public record Square(int x, int y, String kind, String text, String tip, boolean isHoled) {
    /// Returns the middle of the cell.
    public int middle() {
      return x + (CELL_WIDTH - 2) / 2;
    }

    /// Returns where its text stands.
    public int baseline() {
      return y + 13;
    }
  }

  /// One text.
  ///
  /// @param x where it is anchored
  /// @param y its baseline
  /// @param kind its class
  /// @param text the text
  public record Label(int x, int y, String kind, String text) {}

  /// One line.
  ///
  /// @param x1 where it begins
  /// @param y1 where it begins
  /// @param x2 where it ends
  /// @param y2 where it ends
  public record Rule(int x1, int y1, int x2, int y2) {}

  static HeatMap of(List<CoverageRow> coverage, List<CoverageRow> unreached) {
    var counts = new Cells(coverage, unreached);
    var layout = new Layout(counts);
    layout.columns();
    layout.lines();
    return new HeatMap(
        layout.right + GAP, layout.bottom, layout.cells, layout.labels, layout.rules);
  }

  /// Lays it out, group by group.
  private static final class Layout {
    private final Cells counts;
    private final List<Square> cells = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Integer> xs = new ArrayList<>();
    private int right = LEFT;
    private int bottom = TOP;

    Layout(Cells counts) {
      this.counts = counts;
    }

    void columns() {
      var state = "";
      for (var column : counts.columns()) {
        if (!column.state().equals(state)) {
          right += state.isEmpty() ? 0 : GAP;
          state = column.state();
          labels.add(new Label(right, 14, "state", stateName(state)));
          rules.add(new Rule(right, 20, right + width(state), 20));
        }
        xs.add(right);
        labels.add(new Label(right + CELL_WIDTH / 2 + 3, TOP - 6, "outcome", column.outcome()));
        right += CELL_WIDTH;
      }
    }

    private int width(String state) {
      var columns = counts.columns().stream().filter(it -> it.state().equals(state)).count();
      return (int) columns * CELL_WIDTH - 2;
    }

    private static String stateName(String state) {
      return state.equals(Cells.ARGUMENTS) ? "arguments" : state;
    }

    void lines() {
      var operation = "";
      for (var line : counts.lines()) {
        if (!line.operation().equals(operation)) {
          bottom += operation.isEmpty() ? 0 : GAP / 2;
          operation = line.operation();
          labels.add(new Label(LEFT - 34, bottom + 14, "operation", operation));
        }
        labels.add(new Label(LEFT - 8, bottom + 14, "size", line.size()));
        line(line);
        bottom += CELL_HEIGHT;
      }
    }

    private void line(Cells.Line line) {
      var columns = counts.columns();
      for (var i = 0; i < columns.size(); i++) {
        var cell = counts.at(line, columns.get(i));
        if (cell.reached() + cell.unreached() > 0) {
          cells.add(square(xs.get(i), line, columns.get(i), cell));
        }
      }
    }

    private Square square(int x, Cells.Line line, Cells.Column column, Cells.Cell cell) {
      var tip =
          "%s, %s, %s: %s"
              .formatted(
                  (line.operation() + " " + line.size()).strip(),
                  stateName(column.state()),
                  column.outcome(),
                  cell.count() == 0 ? "never reached" : Words.counted(cell.count(), "step"));
      var holes =
          cell.count() > 0 && cell.unreached() > 0
              ? "; %d of %d levels never reached"
                  .formatted(cell.unreached(), cell.unreached() + cell.reached())
              : "";
      return new Square(
          x, bottom, shade(cell.count()), Words.brief(cell.count()), tip + holes, !holes.isEmpty());
    }

    /// Returns the class of the colour: a step per factor of ten.
    private static String shade(long count) {
      var shade = count == 0 ? 0 : Math.min(SHADES, 1 + (int) Math.log10((double) count));
      return String.format(Locale.ROOT, "h%d", shade);
    }
  }
}
