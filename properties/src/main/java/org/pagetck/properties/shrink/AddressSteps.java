package org.pagetck.properties.shrink;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.trace.TraceLine;

/// Steps that move addresses towards 0 and keep what they have in common: pages of one table move
/// together.
final class AddressSteps {
  /// Regions are exchanged in traces with at most so many.
  private static final int EXCHANGED_MAX = 16;

  private AddressSteps() {}

  static void run(Search search) {
    renumber(search);
    for (var level = search.setup().levels(); level >= Prefixes.BYTE; level--) {
      move(search, level);
      exchange(search, level);
    }
    for (var index = 0; index < search.lines().size(); index++) {
      moveOne(search, index);
    }
    makeCanonical(search);
  }

  /// Moves everything to 0, then as near to it as can be without putting two regions in one place:
  /// in order of appearance, and of address.
  private static void renumber(Search search) {
    var levels = search.setup().levels();
    attemptAll(search, LineEdit.ofAddresses(_ -> 0));
    for (var level = 1; level <= levels; level++) {
      var region = level;
      inBothOrders(search, all -> Renumbering.consecutive(all, region, levels));
    }
    inBothOrders(search, all -> Renumbering.withinTables(all, _ -> true, levels));
    for (var level = 1; level <= levels; level++) {
      var only = level;
      inBothOrders(search, all -> Renumbering.withinTables(all, other -> other == only, levels));
    }
  }

  private static void inBothOrders(Search search, Function<List<Long>, LineEdit> renumbering) {
    attemptAll(search, renumbering.apply(addresses(search).toList()));
    var sorted = addresses(search).sorted(Long::compareUnsigned).toList();
    attemptAll(search, renumbering.apply(sorted));
  }

  /// Attempts all lines with their addresses changed, and with the frames that may go with them.
  private static void attemptAll(Search search, LineEdit edit) {
    if (!search.attemptAll(edit::apply) && isCoupled(search)) {
      search.attemptAll(edit.withFrames()::apply);
    }
  }

  /// Tells whether a frame has the number of an address, so that they may have to change together.
  private static boolean isCoupled(Search search) {
    var all = addresses(search).collect(Collectors.toSet());
    return search.lines().stream()
        .flatMap(line -> LineEdit.frames(line).stream())
        .anyMatch(frame -> frame != 0 && all.contains(frame));
  }

  private static Stream<Long> addresses(Search search) {
    return search.lines().stream().flatMap(line -> LineEdit.addresses(line).stream());
  }

  /// Moves every region of `level` to each of its targets.
  private static void move(Search search, int level) {
    var levels = search.setup().levels();
    for (var i = 0; i < prefixes(search, level).size(); i++) {
      for (var moved = true; moved && i < prefixes(search, level).size(); ) {
        var all = prefixes(search, level);
        var prefix = all.get(i);
        var inside = inside(search, prefix, level);
        var coupled = isCoupled(search);
        moved =
            AddressTargets.of(prefix, level, levels, all).stream()
                .map(target -> moving(prefix, target, level, levels))
                .anyMatch(edit ->
                    search.attemptAt(inside, edit::apply)
                        || (coupled && search.attemptAll(edit.withFrames()::apply)));
      }
    }
  }

  /// Returns the indices of the lines with an address in the region.
  private static List<Integer> inside(Search search, long prefix, int level) {
    var levels = search.setup().levels();
    return IntStream.range(0, search.lines().size())
        .filter(i -> Prefixes.touches(search.lines().get(i), prefix, level, levels))
        .boxed()
        .toList();
  }

  private static List<Long> prefixes(Search search, int level) {
    return Prefixes.in(search.lines(), level, search.setup().levels());
  }

  private static LineEdit moving(long prefix, long target, int level, int levels) {
    return LineEdit.ofAddresses(address ->
        Prefixes.of(address, level, levels) == prefix
            ? Prefixes.moved(address, target, level, levels)
            : address);
  }

  /// Exchanges two regions of `level`.
  private static void exchange(Search search, int level) {
    var levels = search.setup().levels();
    var all = prefixes(search, level);
    if (all.size() > EXCHANGED_MAX) {
      return;
    }
    for (var one : all) {
      for (var other : all) {
        if (one < other) {
          search.attemptAll(exchanging(one, other, level, levels)::apply);
        }
      }
    }
  }

  /// Returns the change that exchanges two regions of `level`.
  static LineEdit exchanging(long one, long other, int level, int levels) {
    return LineEdit.ofAddresses(address -> {
      var prefix = Prefixes.of(address, level, levels);
      if (prefix == one) {
        return Prefixes.moved(address, other, level, levels);
      }
      return prefix == other ? Prefixes.moved(address, one, level, levels) : address;
    });
  }

  /// Moves the address of one line alone, out of what it has in common with others.
  private static void moveOne(Search search, int index) {
    var levels = search.setup().levels();
    for (var moved = true; moved && index < search.lines().size(); ) {
      var line = search.lines().get(index);
      moved =
          LineEdit.addresses(line).stream()
              .anyMatch(address -> moveOne(search, index, line, address, levels));
    }
  }

  private static boolean moveOne(
      Search search, int index, TraceLine line, long address, int levels) {
    var all = prefixes(search, Prefixes.BYTE);
    var prefix = Prefixes.of(address, Prefixes.BYTE, levels);
    return AddressTargets.of(prefix, Prefixes.BYTE, levels, all).stream()
        .map(target -> moving(prefix, target, Prefixes.BYTE, levels))
        .anyMatch(edit -> search.attemptAt(index, edit.apply(line)));
  }

  /// Makes addresses canonical, or differ from that in fewer and lower bits.
  private static void makeCanonical(Search search) {
    var levels = search.setup().levels();
    for (var address : addresses(search).distinct().toList()) {
      var beyond = LineKey.beyond(address, levels);
      for (var step = 0; beyond >>> step > 0; step++) {
        attemptBeyond(search, address, beyond - (beyond >>> step));
        attemptBeyond(search, address, 1L << step);
      }
    }
  }

  private static void attemptBeyond(Search search, long address, long beyond) {
    var levels = search.setup().levels();
    var changed = Levels.signExtend(address, levels) ^ (beyond << Levels.virtualBits(levels));
    search.attemptAll(LineEdit.ofAddresses(other -> other == address ? changed : other)::apply);
  }
}
