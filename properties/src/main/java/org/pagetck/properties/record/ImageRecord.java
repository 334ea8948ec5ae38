package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pagetck.model.verdict.TableImage;

/// The tables of one moment, entries that are 0 left out.
///
/// @param root physical address of the top table, in hex
/// @param levels 4 or 5
/// @param tables the tables that can be reached, each before those below it
@Json
public record ImageRecord(String root, int levels, List<TableRow> tables) {
  /// Copies the list.
  public ImageRecord {
    tables = List.copyOf(tables);
  }

  /// One table.
  ///
  /// @param frame its physical address, in hex
  /// @param level its level
  /// @param base the first virtual address that it covers, in hex
  /// @param entries its words in hex by their index, ascending
  @Json
  public record TableRow(String frame, int level, String base, Map<String, String> entries) {
    /// Copies the map.
    public TableRow {
      entries = Ordered.copyOf(entries);
    }
  }

  static ImageRecord of(TableImage image) {
    return new ImageRecord(
        Hex.of(image.root()),
        image.levels(),
        image.tables().stream().map(ImageRecord::row).toList());
  }

  private static TableRow row(TableImage.TableFrame table) {
    var entries = new LinkedHashMap<String, String>();
    for (var entry : table.entries()) {
      entries.put(Integer.toString(entry.index()), Hex.of(entry.word()));
    }
    return new TableRow(Hex.of(table.frame()), table.level(), Hex.of(table.base()), entries);
  }

  /// Returns the image.
  ///
  /// @throws NumberFormatException if a text is no number
  public TableImage toImage() {
    return new TableImage(
        Hex.parse(root), levels, tables.stream().map(ImageRecord::table).toList());
  }

  private static TableImage.TableFrame table(TableRow row) {
    var entries =
        row.entries().entrySet().stream()
            .map(entry ->
                new TableImage.Entry(Integer.parseInt(entry.getKey()), Hex.parse(entry.getValue())))
            .toList();
    return new TableImage.TableFrame(
        Hex.parse(row.frame()), row.level(), Hex.parse(row.base()), entries);
  }
}
