package org.pagetck.properties.shrink;

import java.util.stream.Stream;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;

/// Failures of all shapes, each with its smallest trace.
final class Scenarios {
  private Scenarios() {}

  static Stream<Scenario> all() {
    return Stream.of(
            Stream.of(sameRegion(), differentTables(), partOfHugePage(), flagsTakenAway()),
            ArgumentScenarios.all(),
            HostScenarios.all(),
            RouteScenarios.all(),
            RouteScenarios.all())
        .flatMap(scenarios -> scenarios);
  }

  private static Scenario sameRegion() {
    return Scenario.of(
        "an unmap within 2 MiB of a map",
        noise -> {
          var page = noise.page(PageSize.SIZE_4K);
          return Scenario.calls(
              Scenario.map(noise, page, PageSize.SIZE_4K),
              new Operation.Unmap(page ^ 0x3000, PageSize.SIZE_4K));
        },
        lines ->
            Scenario.pair(
                lines,
                Operation.AnyMap.class,
                Operation.Unmap.class,
                (map, unmap) -> Scenario.region(map.page(), 2) == Scenario.region(unmap.page(), 2)),
        """
        map 4K 0x0 0x0 PRESENT
        unmap 4K 0x0
        """);
  }

  private static Scenario differentTables() {
    return Scenario.of(
        "maps of two pages in different tables",
        noise ->
            Scenario.calls(
                Scenario.map(noise, noise.page(PageSize.SIZE_4K), PageSize.SIZE_4K),
                Scenario.map(
                    noise, noise.page(PageSize.SIZE_4K) ^ 0x7ff_0020_0000L, PageSize.SIZE_4K)),
        lines ->
            Scenario.pair(
                lines,
                Operation.AnyMap.class,
                Operation.AnyMap.class,
                (one, other) -> Scenario.region(one.page(), 2) != Scenario.region(other.page(), 2)),
        """
        map 4K 0x0 0x0 PRESENT
        map 4K 0x200000 0x0 PRESENT
        """);
  }

  private static Scenario partOfHugePage() {
    return Scenario.of(
        "a map inside a larger page",
        noise -> {
          var page = noise.page(PageSize.SIZE_1G);
          return Scenario.calls(
              Scenario.map(noise, page, PageSize.SIZE_1G),
              Scenario.map(noise, page + 5 * PageSize.SIZE_2M.bytes(), PageSize.SIZE_2M));
        },
        lines ->
            Scenario.pair(
                lines,
                Operation.AnyMap.class,
                Operation.AnyMap.class,
                (one, other) ->
                    one.size().compareTo(other.size()) > 0
                        && one.page() == one.size().alignDown(other.page())),
        """
        map 2M 0x0 0x0 PRESENT
        map 4K 0x0 0x0 PRESENT
        """);
  }

  private static Scenario flagsTakenAway() {
    return Scenario.of(
        "an update that takes WRITABLE from a page that had USER too",
        noise -> {
          var page = noise.page(PageSize.SIZE_2M);
          var flags = EntryFlags.WRITABLE | EntryFlags.USER;
          return Scenario.calls(
              new Operation.Map(page, PageSize.SIZE_2M, 0, noise.flags().with(flags)),
              new Operation.UpdateFlags(
                  page, PageSize.SIZE_2M, noise.flags().without(EntryFlags.WRITABLE)));
        },
        lines ->
            Scenario.pair(
                lines,
                Operation.AnyMap.class,
                Operation.UpdateFlags.class,
                (map, update) ->
                    map.page() == update.page()
                        && map.size() == update.size()
                        && map.flags().has(EntryFlags.WRITABLE | EntryFlags.USER)
                        && !update.flags().has(EntryFlags.WRITABLE)),
        """
        map 4K 0x0 0x0 PRESENT|WRITABLE|USER
        update-flags 4K 0x0 PRESENT
        """);
  }
}
