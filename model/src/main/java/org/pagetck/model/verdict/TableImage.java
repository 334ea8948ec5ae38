package org.pagetck.model.verdict;

import java.util.List;

/// The tables of one moment, entries that are 0 left out.
///
/// @param root physical address of the top table
/// @param levels 4 or 5
/// @param tables the tables that can be reached, each before those below it
public record TableImage(long root, int levels, List<TableFrame> tables) {
  /// Copies the list.
  public TableImage {
    tables = List.copyOf(tables);
  }

  /// One table.
  ///
  /// @param frame its physical address
  /// @param level its level
  /// @param base the first virtual address that it covers
  /// @param entries its entries that are not 0, by ascending index
  public record TableFrame(long frame, int level, long base, List<Entry> entries) {
    /// Copies the list.
    public TableFrame {
      entries = List.copyOf(entries);
    }
  }

  /// One entry.
  ///
  /// @param index 0 to 511
  /// @param word what it holds
  public record Entry(int index, long word) {}
}
