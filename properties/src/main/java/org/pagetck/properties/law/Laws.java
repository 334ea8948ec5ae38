package org.pagetck.properties.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.judge.Verdicts.Accusation;
import org.pagetck.properties.law.Law.Result;

/// All laws, put to lists of calls.
public final class Laws {
  private static final int OTHER_CALLS_MAX = 40;

  /// The boundaries are gone over in one thorough check of so many.
  private static final int BOUNDARY_SHARE = 8;

  private static final MappedIsFound FOUND = new MappedIsFound();
  private static final SmallPagesMakeOneHuge PIECES = new SmallPagesMakeOneHuge();

  private static final List<Law> ALL =
      List.of(
          new MapThenUnmap(),
          new UnmapThenMap(),
          new DisjointCallsCommute(),
          new LastUpdateWins(),
          new MapsInAnyOrder(),
          PIECES,
          new MovedCallsDoTheSame(),
          FOUND,
          new OpenedAnew(),
          new ClearedLikeUnmapped(),
          new LinkFlagsSetBack(),
          new CleanedUpOnce(),
          MarksAreKept.BY_REMOVALS,
          MarksAreKept.BY_CHANGES);

  private Laws() {}

  /// A law that was broken.
  ///
  /// @param calls the calls, of which the last is the one that the law is about
  /// @param accusation what is not kept, and what was compared
  public record Breach(List<Operation> calls, Accusation accusation) {
    /// Copies the calls.
    public Breach {
      calls = List.copyOf(calls);
    }
  }

  /// Returns why the law that judges `requirement` says nothing of mappers under `contract`, or
  /// nothing.
  public static Optional<String> reasonAgainst(Requirement requirement, Contract contract) {
    return ALL.stream()
        .filter(law -> law.requirement() == requirement)
        .findFirst()
        .flatMap(law -> law.reasonAgainst(contract));
  }

  /// Puts each law to the last of `calls` that it has something to say of. What they exercise is
  /// counted in `verdicts`; the first that is broken is returned.
  public static Optional<Breach> check(List<Operation> calls, LawBench bench, Verdicts verdicts) {
    var run = bench.run(calls);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    for (var law : ALL) {
      if (law.reasonAgainst(bench.contract()).isEmpty() && !isLong(law)) {
        var breach = checkLast(law, calls.subList(0, end(law, calls, run.get())), bench, verdicts);
        if (breach.isPresent()) {
          return breach;
        }
      }
    }
    return Optional.empty();
  }

  /// Puts to the mapper the laws that take many calls: every boundary of what may be passed is read
  /// back, and a large page is compared with small ones, after `calls` or over empty tables. At
  /// which places changes with `number`.
  public static Optional<Breach> checkThoroughly(
      List<Operation> calls, long number, LawBench bench, Verdicts verdicts) {
    return number % BOUNDARY_SHARE == 0
        ? checkBoundaries(number / BOUNDARY_SHARE, bench, verdicts)
            .or(() -> checkPieces(calls, number, bench, verdicts))
        : checkPieces(calls, number, bench, verdicts);
  }

  /// Puts to the mapper what every boundary of what may be passed is read back as, at places that
  /// change with `number`.
  static Optional<Breach> checkBoundaries(long number, LawBench bench, Verdicts verdicts) {
    var maps = BoundaryMaps.of(bench.contract(), bench.levels(), number).maps(number);
    return new BoundarySweep(bench, verdicts)
        .suspects(maps).stream()
            .flatMap(suspect -> checkLast(FOUND, suspect, bench, verdicts).stream())
            .findFirst();
  }

  private static Optional<Breach> checkPieces(
      List<Operation> calls, long number, LawBench bench, Verdicts verdicts) {
    if (PIECES.reasonAgainst(bench.contract()).isPresent()) {
      return Optional.empty();
    }
    var before = number % 2 == 0 ? List.<Operation>of() : calls;
    var map = PIECES.largeMap(bench.contract(), bench.levels(), number / 2);
    var large = Calls.with(before, map);
    var run = bench.run(large);
    return run.isPresent() && PIECES.isAbout(large.getLast(), run.get().last())
        ? checkLast(PIECES, large, bench, verdicts)
        : Optional.empty();
  }

  private static boolean isLong(Law law) {
    return law.equals(PIECES);
  }

  /// Returns how many calls there are up to the last one that `law` is about.
  private static int end(Law law, List<Operation> calls, Run run) {
    var end = calls.size();
    while (end > 0 && !law.isAbout(calls.get(end - 1), run.answers().get(end - 1))) {
      end--;
    }
    return end;
  }

  /// Puts the law that judges `requirement` to the last of `calls`; all laws where it is empty.
  public static Optional<Breach> checkLast(
      List<Operation> calls, LawBench bench, Verdicts verdicts, Optional<Requirement> requirement) {
    var run = bench.run(calls);
    if (run.isEmpty() || calls.isEmpty()) {
      return Optional.empty();
    }
    for (var law : ALL) {
      if (law.reasonAgainst(bench.contract()).isEmpty()
          && requirement.filter(it -> it != law.requirement()).isEmpty()
          && law.isAbout(calls.getLast(), run.get().last())) {
        var breach = checkLast(law, calls, bench, verdicts);
        if (breach.isPresent()) {
          return breach;
        }
      }
    }
    return Optional.empty();
  }

  /// Returns the requirements whose laws the last of `calls` breaks.
  public static List<Requirement> broken(List<Operation> calls, LawBench bench) {
    var run = bench.run(calls);
    if (run.isEmpty() || calls.isEmpty()) {
      return List.of();
    }
    return ALL.stream()
        .filter(law -> law.reasonAgainst(bench.contract()).isEmpty())
        .filter(law -> law.isAbout(calls.getLast(), run.get().last()))
        .filter(law -> law.compare(calls, bench) instanceof Result.Broken)
        .map(Law::requirement)
        .toList();
  }

  private static Optional<Breach> checkLast(
      Law law, List<Operation> calls, LawBench bench, Verdicts verdicts) {
    if (calls.isEmpty()) {
      return Optional.empty();
    }
    return switch (law.compare(calls, bench)) {
      case Result.Nothing _ -> Optional.empty();
      case Result.Kept _ -> {
        verdicts.exercise(law.requirement());
        yield Optional.empty();
      }
      case Result.Broken broken -> {
        verdicts.exercise(law.requirement());
        yield Optional.of(new Breach(new ArrayList<>(calls), accusation(law, broken)));
      }
    };
  }

  private static Accusation accusation(Law law, Result.Broken broken) {
    var other =
        broken.other().stream()
            .limit(OTHER_CALLS_MAX)
            .map(call -> LineText.print(new TraceLine.Call(call)))
            .collect(Collectors.joining("; "));
    return new Accusation(
        law.requirement(),
        broken.kind(),
        "%s; compared with: %s".formatted(broken.difference(), other));
  }
}
