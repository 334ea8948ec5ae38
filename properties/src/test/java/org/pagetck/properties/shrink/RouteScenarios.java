package org.pagetck.properties.shrink;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.TraceLine;

/// Failures that traces come to by different routes, which have to end as one.
final class RouteScenarios {
  private static final long BAD_LEAF = 0x2081;

  private RouteScenarios() {}

  static Stream<Scenario> all() {
    return Stream.of(tableBesideBadLeaf(), framesRunOut(), secondCleanUp());
  }

  private static Scenario tableBesideBadLeaf() {
    return Scenario.of(
        "a map below a bad leaf whose table came from a map, or from a planted link",
        noise -> {
          var page = noise.page(PageSize.SIZE_4K);
          var beside = noise.either(PageSize.SIZE_4K, PageSize.SIZE_2M);
          return Stream.of(
                  noise.either(
                      call(map(beside.alignDown(page ^ 0xe0_0000), beside)),
                      new TraceLine.Plant(3, page, 0x1_03fc_3067L)),
                  new TraceLine.Plant(2, page, BAD_LEAF),
                  call(map(page, PageSize.SIZE_4K)))
              .toList();
        },
        lines ->
            Scenario.endsWith(
                lines,
                last ->
                    last instanceof Operation.Map map
                        && map.size() == PageSize.SIZE_4K
                        && isBelowBadLeaf(lines, map.page())),
        """
        map 4K 0x200000 0x0 PRESENT
        plant level=2 0x0 0x2081
        map 4K 0x0 0x0 PRESENT
        """);
  }

  private static boolean isBelowBadLeaf(List<TraceLine> lines, long page) {
    var hasTable = false;
    for (var line : lines) {
      switch (line) {
        case TraceLine.Plant(var level, var address, var word)
            when level == 3 && Scenario.region(address, 3) == Scenario.region(page, 3) ->
            hasTable |= (word & EntryFlags.PRESENT) != 0;
        case TraceLine.Plant(var level, var address, var word)
            when level == 2 && Scenario.region(address, 2) == Scenario.region(page, 2) -> {
          return hasTable && word == BAD_LEAF;
        }
        case TraceLine.Call(Operation.AnyMap map)
            when map.size() != PageSize.SIZE_1G
                && Scenario.region(map.page(), 3) == Scenario.region(page, 3) -> {
          hasTable = true;
          if (Scenario.region(map.page(), 2) == Scenario.region(page, 2)) {
            return false;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static TraceLine call(Operation operation) {
    return new TraceLine.Call(operation);
  }

  private static Operation map(long page, PageSize size) {
    return new Operation.Map(page, size, 0, new EntryFlags(EntryFlags.PRESENT));
  }

  private static Scenario framesRunOut() {
    return Scenario.of(
        "a map that finds no frame below a table that is there, or that it has just made",
        noise -> {
          var page = noise.page(PageSize.SIZE_4K);
          return noise.either(
              List.of(
                  call(map(page, PageSize.SIZE_4K)),
                  new TraceLine.Budget(0),
                  call(map(page ^ 0x7_c000_0000L, PageSize.SIZE_4K))),
              List.of(new TraceLine.Budget(2), call(map(page, PageSize.SIZE_4K))));
        },
        RouteScenarios::hasNoFrameBelowTheRoot,
        """
        budget 1
        map 4K 0x0 0x0 PRESENT
        """);
  }

  private static boolean hasNoFrameBelowTheRoot(List<TraceLine> lines) {
    var tables = new HashSet<Long>();
    var left = Integer.MAX_VALUE;
    var failed = false;
    for (var line : lines) {
      failed = false;
      if (line instanceof TraceLine.Budget(var frames)) {
        left = frames;
      } else if (line instanceof TraceLine.Call(Operation.AnyMap map)) {
        var before = tables.size();
        failed = !makeTables(tables, map, left) && tables.contains(table(map.page(), 4));
        left -= tables.size() - before;
      }
    }
    return failed;
  }

  /// Makes the tables that `map` needs, as far as there are frames for them, and tells whether
  /// there were.
  private static boolean makeTables(Set<Long> tables, Operation.AnyMap map, int frames) {
    var left = frames;
    for (var level = 4; level > map.size().leafLevel(); level--) {
      var table = table(map.page(), level);
      if (!tables.contains(table)) {
        if (left-- <= 0) {
          return false;
        }
        tables.add(table);
      }
    }
    return true;
  }

  private static long table(long page, int level) {
    return ((Levels.significant(page, 4) >>> Levels.shift(level)) << Levels.shift(level)) | level;
  }

  private static Scenario secondCleanUp() {
    return Scenario.of(
        "a clean-up after another that has both ends wrong, or one",
        noise ->
            Stream.<Operation>of(
                    new Operation.CleanUp(noise.address(), noise.address()),
                    noise.either(
                        new Operation.CleanUp(0, 1L << 60), new Operation.CleanUp(1L << 60, -1)))
                .map(RouteScenarios::call)
                .toList(),
        lines ->
            Scenario.pair(
                lines,
                Operation.CleanUp.class,
                Operation.CleanUp.class,
                (_, last) ->
                    !Levels.isCanonical(last.first(), 4) || !Levels.isCanonical(last.last(), 4)),
        """
        clean-up 0x0 0xffffffffffffffff
        clean-up 0x1000000000000 0xffffffffffffffff
        """);
  }
}
