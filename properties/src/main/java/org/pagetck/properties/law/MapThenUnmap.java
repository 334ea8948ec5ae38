package org.pagetck.properties.law;

import java.util.List;
import java.util.Optional;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;

/// ALG-01: a map into an empty slot and an unmap leave what was there before, but for tables that
/// stay empty and rights that links gained; with a clean-up, but for the rights.
final class MapThenUnmap implements Law {
  @Override
  public Requirement requirement() {
    return Requirement.ALG_01;
  }

  @Override
  public boolean isAbout(Operation call, Outcome answer) {
    return call instanceof Operation.AnyMap && answer instanceof Outcome.Done;
  }

  @Override
  public Result compare(List<Operation> calls, LawBench bench) {
    var map = (Operation.AnyMap) calls.getLast();
    var base = Calls.withoutLast(calls);
    var unmap = new Operation.Unmap(map.page(), map.size());
    var level = map.size().leafLevel();
    var before = bench.run(base);
    var mapped = bench.run(calls);
    if (before.isEmpty()
        || mapped.isEmpty()
        || before.get().tree().at(map.page(), level).word() != 0
        || (mapped.get().tree().at(map.page(), level).word() & EntryFlags.PRESENT) == 0) {
      return Result.NOTHING;
    }
    var undone = Calls.with(calls, unmap);
    var after = bench.run(undone);
    if (after.isEmpty()) {
      return Result.NOTHING;
    }
    if (!after.get().isDone()) {
      return Result.of(
          "a page that was mapped is not unmapped",
          undone,
          Optional.of("unmap answers " + after.get().last()));
    }
    var difference = kept(bench, before.get()).difference(kept(bench, after.get()));
    return difference.isPresent()
        ? Result.of("map and unmap do not leave what was there before", undone, difference)
        : cleaned(base, undone, bench);
  }

  private static Tree kept(LawBench bench, Run run) {
    return bench.own(run.tree()).withoutLinkRights().withoutEmptyTables();
  }

  private static Result cleaned(List<Operation> base, List<Operation> undone, LawBench bench) {
    var cleanUp = Calls.cleanUp(bench.contract(), bench.levels());
    if (cleanUp.isEmpty()) {
      return Result.KEPT;
    }
    var other = Calls.with(undone, cleanUp.get());
    var before = bench.run(Calls.with(base, cleanUp.get()));
    var after = bench.run(other);
    if (before.isEmpty() || after.isEmpty() || !before.get().isDone() || !after.get().isDone()) {
      return Result.KEPT;
    }
    return Result.of(
        "map, unmap and clean-up do not leave what was there before",
        other,
        bench
            .own(before.get().tree())
            .withoutLinkRights()
            .difference(bench.own(after.get().tree()).withoutLinkRights()));
  }
}
