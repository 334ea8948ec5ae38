package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.pagetck.model.address.Levels;

/// New numbers for all regions of a trace at once, the lowest there are, in the order of a list of
/// addresses.
final class Renumbering {
  private Renumbering() {}

  /// Numbers the regions of `level` one after the other, as if they had no tables in common.
  static LineEdit consecutive(List<Long> addresses, int level, int levels) {
    var numbers = new HashMap<Long, Long>();
    addresses.forEach(
        address -> numbers.putIfAbsent(Prefixes.of(address, level, levels), (long) numbers.size()));
    return LineEdit.ofAddresses(address -> {
      var number = numbers.getOrDefault(Prefixes.of(address, level, levels), 0L);
      return Prefixes.moved(address, number, level, levels);
    });
  }

  /// Numbers the entries of every table, at the levels that are wanted: what was in one table stays
  /// in one table, and in no other.
  static LineEdit withinTables(List<Long> addresses, IntPredicate isWanted, int levels) {
    var moved = new ArrayList<Map<Long, Long>>();
    var used = new HashMap<List<Long>, Integer>();
    for (var level = 0; level <= levels + 1; level++) {
      moved.add(new HashMap<>());
    }
    moved.getLast().put(0L, 0L);
    for (var address : addresses) {
      for (var level = levels; level >= 1; level--) {
        var prefix = Prefixes.of(address, level, levels);
        var parent = Prefixes.of(address, level + 1, levels);
        if (!moved.get(level).containsKey(prefix)) {
          var order = used.merge(List.of((long) level, parent), 1, Integer::sum) - 1;
          var index = isWanted.test(level) ? order : Levels.index(address, level);
          var above = moved.get(level + 1).getOrDefault(parent, 0L);
          moved.get(level).put(prefix, above * Levels.ENTRY_COUNT + index);
        }
      }
    }
    return LineEdit.ofAddresses(address -> {
      var page = moved.get(1).getOrDefault(Prefixes.of(address, 1, levels), 0L);
      return Prefixes.moved(address, page, 1, levels);
    });
  }
}
