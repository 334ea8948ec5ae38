package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceLine;

/// What is left of a trace of five levels where there are four.
public final class FewerLevels {
  private static final int LEVELS = Levels.ROOT_MAX - 1;

  private FewerLevels() {}

  /// Returns `trace` with 4 levels in place of 5: with the addresses as they are, and cut to what 4
  /// levels translate. There is nothing of a trace of 4 levels.
  public static List<Trace> of(Trace trace) {
    if (trace.setup().levels() < Levels.ROOT_MAX) {
      return List.of();
    }
    var setup = trace.setup().with(Setup.LEVELS, Integer.toString(LEVELS));
    var lines = trace.lines().stream().map(FewerLevels::belowRoot).toList();
    var traces = new ArrayList<Trace>();
    add(traces, setup, lines);
    add(traces, setup, lines.stream().map(FewerLevels::withoutFrameOfRoot).toList());
    return traces;
  }

  private static void add(List<Trace> traces, Setup setup, List<TraceLine> lines) {
    traces.add(new Trace(setup, lines));
    for (var half : List.of(0L, 1L << (Levels.virtualBits(LEVELS) - 1))) {
      var edit = LineEdit.ofAddresses(address -> cut(address, half));
      traces.add(new Trace(setup, lines.stream().map(edit::apply).toList()));
    }
    var lifted = LineEdit.ofAddresses(FewerLevels::lifted);
    traces.add(new Trace(setup, lines.stream().map(lifted::apply).toList()));
    // A smaller page needs as many tables with a level less.
    var smaller = LineEdit.ofSizes(size -> PageSize.all().get(Math.max(0, size.ordinal() - 1)));
    traces.add(new Trace(setup, lines.stream().map(smaller::apply).toList()));
  }

  /// Takes the frame out of a budget that a path of five levels needs more than one of four.
  private static TraceLine withoutFrameOfRoot(TraceLine line) {
    return line instanceof TraceLine.Budget budget && !budget.isAll() && budget.frames() > 0
        ? new TraceLine.Budget(budget.frames() - 1)
        : line;
  }

  /// Cuts `address` to what 4 levels translate; one in the upper half gets the bits `half`.
  private static long cut(long address, long half) {
    if (!Levels.isCanonical(address, Levels.ROOT_MAX)) {
      return address;
    }
    return Levels.signExtend(address < 0 ? address | half : address, LEVELS);
  }

  /// Gives the index in the top table of one level less the place of that in the top table.
  private static long lifted(long address) {
    if (!Levels.isCanonical(address, Levels.ROOT_MAX)) {
      return address;
    }
    var below = address & ((1L << Levels.shift(LEVELS)) - 1);
    var top = (long) Levels.index(address, Levels.ROOT_MAX) << Levels.shift(LEVELS);
    return Levels.signExtend(top | below, LEVELS);
  }

  private static TraceLine belowRoot(TraceLine line) {
    return switch (line) {
      case TraceLine.Plant(var level, var address, var word) ->
          new TraceLine.Plant(Math.min(level, LEVELS), address, word);
      case TraceLine.Call(Operation.SetTableFlags(var address, var level, var flags))
          when level == Levels.ROOT_MAX ->
          new TraceLine.Call(new Operation.SetTableFlags(address, LEVELS, flags));
      default -> line;
    };
  }
}
