package org.pagetck.properties.shrink;

import java.util.List;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.FrameOrder;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;

/// Failures that need the host: its setup, its budget, what it writes.
final class HostScenarios {
  private HostScenarios() {}

  static Stream<Scenario> all() {
    return Stream.of(
        budget(), setupMatters(), plantedWord(), tableOfLevel(), linkAtTheEnd(), pokeIntoTheRoot());
  }

  private static Scenario budget() {
    return Scenario.of(
        "a map of a small page with fewer than three frames",
        noise ->
            Stream.concat(
                    Stream.of(new TraceLine.Budget(2)),
                    Scenario.calls(
                        Scenario.map(noise, noise.page(PageSize.SIZE_4K), PageSize.SIZE_4K))
                        .stream())
                .toList(),
        lines -> {
          var frames = Integer.MAX_VALUE;
          for (var line : lines) {
            frames = line instanceof TraceLine.Budget(var count) ? count : frames;
          }
          return frames < 3
              && Scenario.endsWith(
                  lines, last -> last instanceof Operation.Map m && m.size() == PageSize.SIZE_4K);
        },
        """
        budget 0
        map 4K 0x0 0x0 PRESENT
        """);
  }

  private static Scenario setupMatters() {
    return new Scenario(
        "five levels, frames in another order, and table flags at the root",
        5,
        noise -> Scenario.calls(new Operation.SetTableFlags(noise.address(), 5, noise.flags())),
        (setup, lines) ->
            setup.levels() == 5
                && setup.order() != FrameOrder.ASCENDING
                && Scenario.endsWith(
                    lines, last -> last instanceof Operation.SetTableFlags set && set.level() == 5),
        """
        levels 5
        frames descending 0x0 dirty
        set-table-flags 0x0 level=5 PRESENT
        """);
  }

  private static Scenario plantedWord() {
    return Scenario.of(
        "a walk over a planted entry with bit 7 and an address",
        noise -> {
          var page = noise.page(PageSize.SIZE_1G);
          return Stream.concat(
                  Stream.of(new TraceLine.Plant(3, page, 0x7654_3000_0feaL)),
                  Scenario.calls(new Operation.Unmap(page, PageSize.SIZE_1G)).stream())
              .toList();
        },
        lines ->
            Scenario.endsWith(
                lines,
                last ->
                    last instanceof Operation.Unmap onPage
                        && lines.stream().anyMatch(line -> isPlantedAt(line, onPage))),
        """
        plant level=1 0x0 0x1080
        unmap 4K 0x0
        """);
  }

  private static boolean isPlantedAt(TraceLine line, Operation.OnPage onPage) {
    return line instanceof TraceLine.Plant(var level, var address, var word)
        && level == onPage.size().leafLevel()
        && onPage.size().alignDown(address) == onPage.page()
        && (word & 0x80) != 0
        && (word >>> 12) != 0;
  }

  private static Scenario linkAtTheEnd() {
    return new Scenario(
        "a planted link to one of the last frames of the memory",
        4,
        noise ->
            List.of(
                new TraceLine.Plant(
                    3,
                    noise.address(),
                    (memoryEnd(noise.setup()) - 5 * 0x1000) | 0x8000_0000_0000_0e67L)),
        (setup, lines) ->
            lines.getLast() instanceof TraceLine.Plant(_, _, var word)
                && (word & EntryFlags.PRESENT) != 0
                && memoryEnd(setup) - (word & EntryWord.ADDRESS_MASK) <= 64 * 0x1000
                && memoryEnd(setup) - (word & EntryWord.ADDRESS_MASK) > 0,
        """
        plant level=1 0x0 0x103fc0001
        """);
  }

  private static long memoryEnd(Setup setup) {
    return setup.memoryStart() + setup.memoryBytes();
  }

  private static Scenario pokeIntoTheRoot() {
    return new Scenario(
        "a link to itself poked into the upper half of the root",
        4,
        noise -> {
          var root = noise.setup().memoryStart();
          return List.of(new TraceLine.Poke(root + 509 * Levels.ENTRY_BYTES, root | 0x67));
        },
        (setup, lines) ->
            lines.getLast() instanceof TraceLine.Poke(var place, var word)
                && place - setup.memoryStart() >= Levels.TABLE_BYTES / 2
                && place - setup.memoryStart() < Levels.TABLE_BYTES
                && (word & EntryWord.ADDRESS_MASK) == setup.memoryStart()
                && (word & EntryFlags.PRESENT) != 0,
        """
        poke 0x100000800 0x100000001
        """);
  }

  private static Scenario tableOfLevel() {
    return Scenario.of(
        "a planted entry in the place of a huge leaf, above a small page",
        noise -> {
          var page = noise.page(PageSize.SIZE_1G);
          return Stream.concat(
                  Stream.of(new TraceLine.Plant(3, page, 0x1e0)),
                  Scenario.calls(Scenario.map(noise, page + 0x3_2000, PageSize.SIZE_2M)).stream())
              .toList();
        },
        lines ->
            Scenario.endsWith(
                lines,
                last ->
                    last instanceof Operation.AnyMap map
                        && lines.stream().anyMatch(line -> isPlantedAbove(line, map))),
        """
        plant level=2 0x0 0x1
        map 4K 0x0 0x0 PRESENT
        """);
  }

  private static boolean isPlantedAbove(TraceLine line, Operation.AnyMap map) {
    return line instanceof TraceLine.Plant(var level, var address, var word)
        && word != 0
        && level == map.size().leafLevel() + 1
        && Scenario.region(address, level) == Scenario.region(map.page(), level);
  }
}
