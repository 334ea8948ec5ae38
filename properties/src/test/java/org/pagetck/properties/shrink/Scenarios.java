package org.pagetck.properties.shrink;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.FrameOrder;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;

/// Failures of all shapes, each with its smallest trace.
final class Scenarios {
  private Scenarios() {}

  static Stream<Scenario> all() {
    return Stream.of(
        sameRegion(),
        differentTables(),
        partOfHugePage(),
        budget(),
        flagsTakenAway(),
        setupMatters(),
        plantedWord(),
        neighbours(),
        upperHalf(),
        notCanonical(),
        misaligned(),
        distinctFrames(),
        highFrame(),
        rangeThatHolds(),
        tableOfLevel(),
        linkAtTheEnd(),
        pokeIntoTheRoot());
  }

  private static List<TraceLine> calls(Operation... operations) {
    return Stream.of(operations).<TraceLine>map(TraceLine.Call::new).toList();
  }

  private static boolean endsWith(List<TraceLine> lines, Predicate<Operation> last) {
    return lines.getLast() instanceof TraceLine.Call(var operation) && last.test(operation);
  }

  private static Stream<Operation> before(List<TraceLine> lines) {
    return lines.subList(0, lines.size() - 1).stream()
        .flatMap(line ->
            line instanceof TraceLine.Call(var operation) ? Stream.of(operation) : Stream.of());
  }

  /// Tells whether the last line is of type `last` and one before it of type `first`, related as
  /// told.
  private static <A extends Operation, B extends Operation> boolean pair(
      List<TraceLine> lines, Class<A> first, Class<B> last, BiPredicate<A, B> related) {
    return endsWith(
        lines,
        end ->
            last.isInstance(end)
                && before(lines)
                    .anyMatch(begin ->
                        first.isInstance(begin)
                            && related.test(first.cast(begin), last.cast(end))));
  }

  private static Scenario of(
      String name,
      Function<NoisyTraces, List<TraceLine>> witness,
      Predicate<List<TraceLine>> fails,
      String minimum) {
    return new Scenario(name, 4, witness, (_, lines) -> fails.test(lines), minimum);
  }

  private static Operation.Map map(NoisyTraces noise, long page, PageSize size) {
    return new Operation.Map(page, size, noise.frame(size), noise.flags());
  }

  private static long region(long address, int level) {
    return address >>> Levels.shift(level);
  }

  private static Scenario sameRegion() {
    return of(
        "an unmap within 2 MiB of a map",
        noise -> {
          var page = noise.page(PageSize.SIZE_4K);
          return calls(
              map(noise, page, PageSize.SIZE_4K),
              new Operation.Unmap(page ^ 0x3000, PageSize.SIZE_4K));
        },
        lines ->
            pair(
                lines,
                Operation.AnyMap.class,
                Operation.Unmap.class,
                (map, unmap) -> region(map.page(), 2) == region(unmap.page(), 2)),
        """
        map 4K 0x0 0x0 PRESENT
        unmap 4K 0x0
        """);
  }

  private static Scenario differentTables() {
    return of(
        "maps of two pages in different tables",
        noise ->
            calls(
                map(noise, noise.page(PageSize.SIZE_4K), PageSize.SIZE_4K),
                map(noise, noise.page(PageSize.SIZE_4K) ^ 0x7ff_0020_0000L, PageSize.SIZE_4K)),
        lines ->
            pair(
                lines,
                Operation.AnyMap.class,
                Operation.AnyMap.class,
                (one, other) -> region(one.page(), 2) != region(other.page(), 2)),
        """
        map 4K 0x0 0x0 PRESENT
        map 4K 0x200000 0x0 PRESENT
        """);
  }

  private static Scenario partOfHugePage() {
    return of(
        "a map inside a larger page",
        noise -> {
          var page = noise.page(PageSize.SIZE_1G);
          return calls(
              map(noise, page, PageSize.SIZE_1G),
              map(noise, page + 5 * PageSize.SIZE_2M.bytes(), PageSize.SIZE_2M));
        },
        lines ->
            pair(
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

  private static Scenario budget() {
    return of(
        "a map of a small page with fewer than three frames",
        noise ->
            Stream.concat(
                    Stream.of(new TraceLine.Budget(2)),
                    calls(map(noise, noise.page(PageSize.SIZE_4K), PageSize.SIZE_4K)).stream())
                .toList(),
        lines -> {
          var frames = Integer.MAX_VALUE;
          for (var line : lines) {
            frames = line instanceof TraceLine.Budget(var count) ? count : frames;
          }
          return frames < 3
              && endsWith(
                  lines, last -> last instanceof Operation.Map m && m.size() == PageSize.SIZE_4K);
        },
        """
        budget 0
        map 4K 0x0 0x0 PRESENT
        """);
  }

  private static Scenario flagsTakenAway() {
    return of(
        "an update that takes WRITABLE from a page that had USER too",
        noise -> {
          var page = noise.page(PageSize.SIZE_2M);
          var flags = EntryFlags.WRITABLE | EntryFlags.USER;
          return calls(
              new Operation.Map(page, PageSize.SIZE_2M, 0, noise.flags().with(flags)),
              new Operation.UpdateFlags(
                  page, PageSize.SIZE_2M, noise.flags().without(EntryFlags.WRITABLE)));
        },
        lines ->
            pair(
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

  private static Scenario setupMatters() {
    return new Scenario(
        "five levels, frames in another order, and table flags at the root",
        5,
        noise -> calls(new Operation.SetTableFlags(noise.address(), 5, noise.flags())),
        (setup, lines) ->
            setup.levels() == 5
                && setup.order() != FrameOrder.ASCENDING
                && endsWith(
                    lines, last -> last instanceof Operation.SetTableFlags set && set.level() == 5),
        """
        levels 5
        frames descending 0x0 dirty
        set-table-flags 0x0 level=5 PRESENT
        """);
  }

  private static Scenario plantedWord() {
    return of(
        "a walk over a planted entry with bit 7 and an address",
        noise -> {
          var page = noise.page(PageSize.SIZE_1G);
          return Stream.concat(
                  Stream.of(new TraceLine.Plant(3, page, 0x7654_3000_0feaL)),
                  calls(new Operation.Unmap(page, PageSize.SIZE_1G)).stream())
              .toList();
        },
        lines ->
            endsWith(
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

  private static Scenario neighbours() {
    return of(
        "the last page of one table and the first of the next",
        noise -> {
          var next = noise.page(PageSize.SIZE_2M) + PageSize.SIZE_2M.bytes();
          return calls(
              map(noise, next - PageSize.SIZE_4K.bytes(), PageSize.SIZE_4K),
              new Operation.Translate(next + 0x123));
        },
        lines ->
            pair(
                lines,
                Operation.AnyMap.class,
                Operation.Translate.class,
                (map, translate) ->
                    map.page() + map.size().bytes()
                            == PageSize.SIZE_4K.alignDown(translate.address())
                        && PageSize.SIZE_2M.isAligned(map.page() + map.size().bytes())),
        """
        map 4K 0x1ff000 0x0 PRESENT
        translate 0x200000
        """);
  }

  private static Scenario upperHalf() {
    return of(
        "a map in the upper half at an odd index of the root",
        noise -> {
          var page = Levels.signExtend(noise.page(PageSize.SIZE_4K) | (0x181L << 39), 4);
          return calls(map(noise, page, PageSize.SIZE_4K));
        },
        lines ->
            endsWith(
                lines,
                last ->
                    last instanceof Operation.Map map
                        && map.page() < 0
                        && Levels.index(map.page(), 4) % 2 == 1),
        """
        map 4K 0xffff808000000000 0x0 PRESENT
        """);
  }

  private static Scenario notCanonical() {
    return of(
        "an address that is not canonical",
        noise -> calls(new Operation.Translate(noise.address() ^ 0x05a0_0000_0000_0000L)),
        lines ->
            endsWith(
                lines,
                last ->
                    last instanceof Operation.Translate(var address)
                        && !Levels.isCanonical(address, 4)),
        """
        translate 0x1000000000000
        """);
  }

  private static Scenario misaligned() {
    return of(
        "a 2 MiB page that is not aligned",
        noise ->
            calls(new Operation.Unmap(noise.page(PageSize.SIZE_2M) + 0x5a7_123, PageSize.SIZE_2M)),
        lines ->
            endsWith(
                lines,
                last ->
                    last instanceof Operation.Unmap unmap
                        && unmap.size() == PageSize.SIZE_2M
                        && !unmap.size().isAligned(unmap.page())),
        """
        unmap 2M 0x1
        """);
  }

  private static Scenario distinctFrames() {
    return of(
        "three maps of one page to three frames, the second the lowest",
        noise -> {
          var page = noise.page(PageSize.SIZE_4K);
          return IntStream.of(7, 3, 9)
              .<TraceLine>mapToObj(frame ->
                  new TraceLine.Call(
                      new Operation.Map(page, PageSize.SIZE_4K, frame * 0x13000L, noise.flags())))
              .toList();
        },
        lines ->
            endsWith(
                lines,
                last ->
                    last instanceof Operation.AnyMap third
                        && hasLowest(third, before(lines).toList())),
        """
        map 4K 0x0 0x1000 PRESENT
        map 4K 0x0 0x0 PRESENT
        map 4K 0x0 0x2000 PRESENT
        """);
  }

  private static boolean hasLowest(Operation.AnyMap third, List<Operation> before) {
    var maps =
        before.stream()
            .filter(operation ->
                operation instanceof Operation.AnyMap map && map.page() == third.page())
            .map(Operation.AnyMap.class::cast)
            .toList();
    return IntStream.range(0, maps.size())
        .anyMatch(second ->
            maps.get(second).frame() < third.frame()
                && maps.subList(0, second).stream()
                    .anyMatch(first ->
                        first.frame() > maps.get(second).frame()
                            && first.frame() != third.frame()));
  }

  private static Scenario highFrame() {
    return of(
        "a frame past 40 bits",
        noise ->
            calls(
                new Operation.Map(
                    noise.page(PageSize.SIZE_2M),
                    PageSize.SIZE_2M,
                    0xb_cdef_1200_0000L,
                    noise.flags())),
        lines ->
            endsWith(
                lines, last -> last instanceof Operation.AnyMap map && map.frame() >>> 40 != 0),
        """
        map 4K 0x0 0x10000000000 PRESENT
        """);
  }

  private static Scenario rangeThatHolds() {
    return of(
        "a clean-up that begins above one page and ends below another",
        noise -> {
          var page = noise.page(PageSize.SIZE_2M) & 0x7fff_c000_0000L;
          return calls(
              map(noise, page, PageSize.SIZE_4K),
              map(noise, page + 0x80_0000, PageSize.SIZE_4K),
              new Operation.CleanUp(page + 0x20_0000, page + 0x5f_ffff));
        },
        lines ->
            endsWith(
                lines,
                last ->
                    last instanceof Operation.CleanUp(var first, var end)
                        && Long.compareUnsigned(first, end) < 0
                        && before(lines).anyMatch(map -> isMapBelow(map, first))
                        && before(lines).anyMatch(map -> isMapAbove(map, end))),
        """
        map 4K 0x0 0x0 PRESENT
        map 4K 0x1000 0x0 PRESENT
        clean-up 0x1 0x2
        """);
  }

  private static boolean isMapBelow(Operation operation, long first) {
    return operation instanceof Operation.AnyMap map && Long.compareUnsigned(map.page(), first) < 0;
  }

  private static boolean isMapAbove(Operation operation, long end) {
    return operation instanceof Operation.AnyMap map && Long.compareUnsigned(map.page(), end) > 0;
  }

  private static Scenario tableOfLevel() {
    return of(
        "a planted entry in the place of a huge leaf, above a small page",
        noise -> {
          var page = noise.page(PageSize.SIZE_1G);
          return Stream.concat(
                  Stream.of(new TraceLine.Plant(3, page, 0x1e0)),
                  calls(map(noise, page + 0x3_2000, PageSize.SIZE_2M)).stream())
              .toList();
        },
        lines ->
            endsWith(
                lines,
                last ->
                    last instanceof Operation.AnyMap map
                        && lines.stream().anyMatch(line -> isPlantedAbove(line, map))),
        """
        plant level=2 0x0 0x1
        map 4K 0x0 0x0 PRESENT
        """);
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

  private static boolean isPlantedAbove(TraceLine line, Operation.AnyMap map) {
    return line instanceof TraceLine.Plant(var level, var address, var word)
        && word != 0
        && level == map.size().leafLevel() + 1
        && region(address, level) == region(map.page(), level);
  }
}
