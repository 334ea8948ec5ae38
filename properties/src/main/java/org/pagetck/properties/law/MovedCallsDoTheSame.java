package org.pagetck.properties.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.VirtualRange;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// ALG-07: calls whose addresses are moved all alike, so that entries of the tables of one level
/// change places, answer the same and leave the same tables, with those entries in the new places.
final class MovedCallsDoTheSame implements Law {
  /// A move: the entries at index i of the tables of a level go to i ^ mask.
  private record Shift(int level, int mask) {
    /// Returns `address` moved, canonical where it was.
    long moved(long address, int levels) {
      return Levels.isCanonical(address, levels)
          ? Levels.signExtend(address ^ ((long) mask << Levels.shift(level)), levels)
          : address;
    }
  }

  @Override
  public Requirement requirement() {
    return Requirement.ALG_07;
  }

  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return true;
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    var run = bench.run(calls);
    if (run.isEmpty()) {
      return Result.NOTHING;
    }
    var result = Result.NOTHING;
    for (var shift : chosen(bench)) {
      switch (compare(calls, run.get(), shift, bench)) {
        case Result.Broken broken -> {
          return broken;
        }
        case Result.Kept kept -> result = kept;
        case Result.Nothing _ -> {}
      }
    }
    return result;
  }

  /// Returns two of the moves, or all.
  private static List<Shift> chosen(LawBench bench) {
    var shifts = shifts(bench.contract(), bench.levels());
    return IntStream.range(0, shifts.size())
        .filter(i -> bench.isTurnOf(i, shifts.size()) || bench.isTurnOf(i + 1, shifts.size()))
        .mapToObj(shifts::get)
        .toList();
  }

  private static List<Shift> shifts(Contract contract, int levels) {
    var shifts = new ArrayList<Shift>();
    shifts.add(new Shift(3, 1));
    shifts.add(new Shift(3, Levels.ENTRY_COUNT - 1));
    if (contract.recursiveSlot().isEmpty() && contract.sharedEntries().isEmpty()) {
      shifts.add(new Shift(levels, 1));
      shifts.add(new Shift(levels, Levels.ENTRY_COUNT / 2 - 1));
      if (contract.virtualRange() == VirtualRange.ALL) {
        shifts.add(new Shift(levels, Levels.ENTRY_COUNT / 2));
      }
    }
    return shifts;
  }

  private static Result compare(List<Operation> calls, Run run, Shift shift, LawBench bench) {
    var moved = new ArrayList<Operation>();
    for (var call : calls) {
      var other = moved(call, shift, bench.levels());
      if (other.isEmpty()) {
        return Result.NOTHING;
      }
      moved.add(other.get());
    }
    var again = bench.run(moved);
    if (again.isEmpty()) {
      return Result.NOTHING;
    }
    for (var i = 0; i < moved.size(); i++) {
      var mine = run.answers().get(i);
      var others = again.get().answers().get(i);
      if (!mine.equals(others)) {
        return Result.of(
            "calls answer otherwise at addresses that are moved",
            moved,
            Optional.of("call %d answers %s, moved %s".formatted(i + 1, mine, others)));
      }
    }
    return Result.of(
        "calls leave other tables at addresses that are moved",
        moved,
        bench
            .own(run.tree().permuted(shift.level(), shift.mask()))
            .difference(bench.own(again.get().tree())));
  }

  private static Optional<Operation> moved(Operation operation, Shift shift, int levels) {
    return switch (operation) {
      case Operation.Map(var page, var size, var frame, var flags) ->
          Optional.of(new Operation.Map(shift.moved(page, levels), size, frame, flags));
      case Operation.MapWithTableFlags(var page, var size, var frame, var flags, var links) ->
          Optional.of(
              new Operation.MapWithTableFlags(
                  shift.moved(page, levels), size, frame, flags, links));
      case Operation.Unmap(var page, var size) ->
          Optional.of(new Operation.Unmap(shift.moved(page, levels), size));
      case Operation.UpdateFlags(var page, var size, var flags) ->
          Optional.of(new Operation.UpdateFlags(shift.moved(page, levels), size, flags));
      case Operation.TranslatePage(var page, var size) ->
          Optional.of(new Operation.TranslatePage(shift.moved(page, levels), size));
      case Operation.Translate(var address) ->
          Optional.of(new Operation.Translate(shift.moved(address, levels)));
      case Operation.Clear(var page, var size) ->
          Optional.of(new Operation.Clear(shift.moved(page, levels), size));
      case Operation.SetTableFlags(var address, var level, var flags) ->
          Optional.of(new Operation.SetTableFlags(shift.moved(address, levels), level, flags));
      case Operation.CleanUp(var first, var last) -> moved(first, last, shift, levels);
    };
  }

  /// A range within one of the entries that change places moves; other ranges are torn.
  private static Optional<Operation> moved(long first, long last, Shift shift, int levels) {
    var isWithin =
        Levels.isCanonical(first, levels)
            && Levels.isCanonical(last, levels)
            && (first ^ last) >>> Levels.shift(shift.level()) == 0;
    return isWithin
        ? Optional.of(new Operation.CleanUp(shift.moved(first, levels), shift.moved(last, levels)))
        : first == 0 && last == -1
            ? Optional.of(new Operation.CleanUp(first, last))
            : Optional.empty();
  }
}
