package org.pagetck.properties.shrink;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.TraceLine;

/// Failures that need certain addresses or frames.
final class ArgumentScenarios {
  private ArgumentScenarios() {}

  static Stream<Scenario> all() {
    return Stream.of(
        neighbours(),
        upperHalf(),
        notCanonical(),
        misaligned(),
        distinctFrames(),
        highFrame(),
        rangeThatHolds());
  }

  private static Scenario neighbours() {
    return Scenario.of(
        "the last page of one table and the first of the next",
        noise -> {
          var next = noise.page(PageSize.SIZE_2M) + PageSize.SIZE_2M.bytes();
          return Scenario.calls(
              Scenario.map(noise, next - PageSize.SIZE_4K.bytes(), PageSize.SIZE_4K),
              new Operation.Translate(next + 0x123));
        },
        lines ->
            Scenario.pair(
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
    return Scenario.of(
        "a map in the upper half at an odd index of the root",
        noise -> {
          var page = Levels.signExtend(noise.page(PageSize.SIZE_4K) | (0x181L << 39), 4);
          return Scenario.calls(Scenario.map(noise, page, PageSize.SIZE_4K));
        },
        lines ->
            Scenario.endsWith(
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
    return Scenario.of(
        "an address that is not canonical",
        noise -> Scenario.calls(new Operation.Translate(noise.address() ^ 0x05a0_0000_0000_0000L)),
        lines ->
            Scenario.endsWith(
                lines,
                last ->
                    last instanceof Operation.Translate(var address)
                        && !Levels.isCanonical(address, 4)),
        """
        translate 0x1000000000000
        """);
  }

  private static Scenario misaligned() {
    return Scenario.of(
        "a 2 MiB page that is not aligned",
        noise ->
            Scenario.calls(
                new Operation.Unmap(noise.page(PageSize.SIZE_2M) + 0x5a7_123, PageSize.SIZE_2M)),
        lines ->
            Scenario.endsWith(
                lines,
                last ->
                    last instanceof Operation.Unmap unmap
                        && unmap.size() == PageSize.SIZE_2M
                        && !unmap.size().isAligned(unmap.page())),
        """
        unmap 2M 0x1
        """);
  }

  private static Scenario rangeThatHolds() {
    return Scenario.of(
        "a clean-up that begins above one page and ends below another",
        noise -> {
          var page = noise.page(PageSize.SIZE_2M) & 0x7fff_c000_0000L;
          return Scenario.calls(
              Scenario.map(noise, page, PageSize.SIZE_4K),
              Scenario.map(noise, page + 0x80_0000, PageSize.SIZE_4K),
              new Operation.CleanUp(page + 0x20_0000, page + 0x5f_ffff));
        },
        lines ->
            Scenario.endsWith(
                lines,
                last ->
                    last instanceof Operation.CleanUp(var first, var end)
                        && Long.compareUnsigned(first, end) < 0
                        && Scenario.before(lines).anyMatch(map -> isMapBelow(map, first))
                        && Scenario.before(lines).anyMatch(map -> isMapAbove(map, end))),
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

  private static Scenario distinctFrames() {
    return Scenario.of(
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
            Scenario.endsWith(
                lines,
                last ->
                    last instanceof Operation.AnyMap third
                        && hasLowest(third, Scenario.before(lines).toList())),
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
    return Scenario.of(
        "a frame past 40 bits",
        noise ->
            Scenario.calls(
                new Operation.Map(
                    noise.page(PageSize.SIZE_2M),
                    PageSize.SIZE_2M,
                    0xb_cdef_1200_0000L,
                    noise.flags())),
        lines ->
            Scenario.endsWith(
                lines, last -> last instanceof Operation.AnyMap map && map.frame() >>> 40 != 0),
        """
        map 4K 0x0 0x10000000000 PRESENT
        """);
  }
}
