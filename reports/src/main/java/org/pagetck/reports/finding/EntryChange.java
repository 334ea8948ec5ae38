package org.pagetck.reports.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pagetck.model.address.Levels;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.model.verdict.TableImage.TableFrame;

/// An entry that differs between two images.
///
/// @param table physical address of its table
/// @param level level of its table
/// @param index its index, 0 to 511
/// @param covers the first virtual address that it translates
/// @param before what it held
/// @param after what it holds
/// @param kind whether its table was there before and after
record EntryChange(
    long table, int level, int index, long covers, long before, long after, Kind kind) {
  /// What became of the table of an entry.
  enum Kind {
    /// It could be reached before and after.
    CHANGED,
    /// It can be reached since the call, with this entry in it.
    APPEARED,
    /// It cannot be reached any more.
    GONE
  }

  /// Returns the entries that differ, those of higher tables first. Entries of a table that
  /// appeared or went are among them where they are not 0.
  static List<EntryChange> between(TableImage before, TableImage after) {
    var changes = new ArrayList<EntryChange>();
    for (var table : after.tables()) {
      var earlier = find(before, table);
      var old = earlier.map(EntryChange::words).orElse(Map.of());
      var kind = earlier.isPresent() ? Kind.CHANGED : Kind.APPEARED;
      add(changes, table, after.levels(), old, words(table), kind);
    }
    for (var table : before.tables()) {
      if (find(after, table).isEmpty()) {
        add(changes, table, before.levels(), words(table), Map.of(), Kind.GONE);
      }
    }
    changes.sort((a, b) -> Integer.compare(b.level, a.level));
    return List.copyOf(changes);
  }

  private static Optional<TableFrame> find(TableImage image, TableFrame table) {
    return image.tables().stream()
        .filter(other -> other.frame() == table.frame() && other.level() == table.level())
        .findFirst();
  }

  private static Map<Integer, Long> words(TableFrame table) {
    var words = new TreeMap<Integer, Long>();
    table.entries().forEach(entry -> words.put(entry.index(), entry.word()));
    return words;
  }

  private static void add(
      List<EntryChange> changes,
      TableFrame table,
      int levels,
      Map<Integer, Long> old,
      Map<Integer, Long> now,
      Kind kind) {
    var indices = new TreeSet<>(old.keySet());
    indices.addAll(now.keySet());
    for (var index : indices) {
      long before = old.getOrDefault(index, 0L);
      long after = kind == Kind.GONE ? before : now.getOrDefault(index, 0L);
      if (before != after || kind == Kind.GONE) {
        var covers = table.base() + ((long) index << Levels.shift(table.level()));
        changes.add(
            new EntryChange(
                table.frame(),
                table.level(),
                index,
                Levels.signExtend(covers, levels),
                before,
                after,
                kind));
      }
    }
  }
}
