package org.pagetck.properties.engine;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Arguments;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.Planted;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;

/// What may be passed to a subject in place of a trace that failed: what its contract lets be
/// passed, and what that trace itself passes. What a subject never has to understand is no smaller
/// form of a failure.
public final class Expressible {
  private final Contract contract;
  private final Trace original;
  private final EntryFlags flags;
  private final boolean areArgumentsFree;
  private final boolean isRangeFree;
  private final Set<Planted> planted;
  private final Set<Integer> levels;

  /// Creates it for what may be passed in place of `original`, under its `contract`, to a subject
  /// that may be opened with the numbers of levels `offered`.
  public Expressible(Contract contract, List<Integer> offered, Trace original) {
    this.contract = contract;
    this.levels = new HashSet<>(offered);
    levels.add(original.setup().levels());
    this.original = original;
    var passed = original.lines().stream().mapToLong(Expressible::flags).reduce(0, (a, b) -> a | b);
    this.flags = contract.flags().with(passed);
    this.planted = EnumSet.noneOf(Planted.class);
    planted.addAll(contract.planted());
    var count = original.setup().levels();
    original.lines().forEach(line -> planted.addAll(planted(line, original.setup())));
    this.areArgumentsFree =
        contract.arguments() == Arguments.CHECKED
            || !original.lines().stream().allMatch(line -> isGood(line, count));
    this.isRangeFree = !original.lines().stream().allMatch(line -> isInRange(line, count));
  }

  /// Tells whether `trace` may be passed.
  public boolean holds(Trace trace) {
    var setup = trace.setup();
    return levels.contains(setup.levels())
        && trace.lines().stream().allMatch(line -> holds(line, setup));
  }

  private boolean holds(TraceLine line, Setup setup) {
    return flags.has(flags(line))
        && (areArgumentsFree || isGood(line, setup.levels()))
        && (isRangeFree || isInRange(line, setup.levels()))
        && isOffered(line)
        && planted.containsAll(planted(line, setup));
  }

  private boolean isOffered(TraceLine line) {
    return switch (line) {
      case TraceLine.Call(Operation.OnPage onPage) ->
          contract.offers(onPage.kind())
              && (contract.offers(onPage.size())
                  || original.lines().stream()
                      .anyMatch(other ->
                          other instanceof TraceLine.Call(Operation.OnPage it)
                              && it.size() == onPage.size()));
      case TraceLine.Call(var operation) -> contract.offers(operation.kind());
      case TraceLine.HostEvent _ -> true;
    };
  }

  private static long flags(TraceLine line) {
    return switch (line) {
      case TraceLine.Call(Operation.Map map) -> map.flags().bits();
      case TraceLine.Call(Operation.MapWithTableFlags map) ->
          map.flags().bits() | map.tableFlags().bits();
      case TraceLine.Call(Operation.UpdateFlags update) -> update.flags().bits();
      case TraceLine.Call(Operation.SetTableFlags set) -> set.flags().bits();
      case TraceLine.Call _, TraceLine.HostEvent _ -> 0;
    };
  }

  /// Tells whether no argument is there to be refused for its address.
  private boolean isGood(TraceLine line, int levels) {
    return switch (line) {
      case TraceLine.Call(Operation.OnPage onPage) -> isGood(onPage, levels);
      case TraceLine.Call(Operation.Translate(var address)) -> Levels.isCanonical(address, levels);
      case TraceLine.Call(Operation.SetTableFlags(var address, var level, _)) ->
          Levels.isCanonical(address, levels) && level >= 2 && level <= levels;
      case TraceLine.Call(Operation.CleanUp(var first, var last)) ->
          Levels.isCanonical(first, levels) && Levels.isCanonical(last, levels);
      case TraceLine.HostEvent _ -> true;
    };
  }

  private boolean isGood(Operation.OnPage onPage, int levels) {
    var isPageGood =
        onPage.size().isAligned(onPage.page()) && Levels.isCanonical(onPage.page(), levels);
    return isPageGood
        && (!(onPage instanceof Operation.AnyMap map)
            || (onPage.size().isAligned(map.frame())
                && map.frame() >>> contract.physicalWidth() == 0));
  }

  private boolean isInRange(TraceLine line, int levels) {
    var range = contract.virtualRange();
    return switch (line) {
      case TraceLine.Call(Operation.OnPage onPage) ->
          !Levels.isCanonical(onPage.page(), levels) || range.contains(onPage.page(), levels);
      case TraceLine.Call(Operation.Translate(var address)) ->
          !Levels.isCanonical(address, levels) || range.contains(address, levels);
      case TraceLine.Call(Operation.SetTableFlags(var address, _, _)) ->
          !Levels.isCanonical(address, levels) || range.contains(address, levels);
      case TraceLine.Call(Operation.CleanUp(var first, var last)) ->
          (!Levels.isCanonical(first, levels) || range.contains(first, levels))
              && (!Levels.isCanonical(last, levels) || range.contains(last, levels));
      case TraceLine.HostEvent _ -> true;
    };
  }

  private Set<Planted> planted(TraceLine line, Setup setup) {
    if (!(line instanceof TraceLine.Plant(var level, _, var word))) {
      return Set.of();
    }
    var format = SpaceRules.formatOf(contract, setup);
    return switch (format.stateOf(level, word)) {
      case EMPTY -> Set.of();
      case RESERVED -> Set.of(Planted.RESERVED);
      case LINK -> Set.of(Planted.LINK);
      case LEAF -> Set.of(Planted.PAT);
      case MALFORMED -> Set.of(Planted.MALFORMED);
    };
  }
}
